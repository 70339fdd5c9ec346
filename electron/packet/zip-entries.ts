import { crc32, inflateRawSync } from "node:zlib";

/** One file as the directory at the end of a ZIP lists it. */
export type ZipEntry = {
  name: string;
  method: number;
  packedBytes: number;
  bytes: number;
  crc: number;
  offset: number;
  encrypted: boolean;
};

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;
const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** The directory of a ZIP (APPNOTE 6.3.10, sections 4.3.12 and 4.3.16), or null where the bytes are no whole ZIP. */
export function zipEntries(zip: Buffer): ZipEntry[] | null {
  try {
    return entriesOf(zip);
  } catch {
    // A field beyond the end of the file, or a name that is not UTF-8.
    return null;
  }
}

/** The unpacked file, or null where it is damaged or longer than it says. */
export function unpacked(zip: Buffer, { offset, method, packedBytes, bytes, crc }: ZipEntry): Buffer | null {
  try {
    if (zip.readUInt32LE(offset) !== LOCAL) return null;
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    const packed = zip.subarray(start, start + packedBytes);
    if (packed.length !== packedBytes) return null;
    if (method !== 0 && method !== 8) return null;
    // Never more than the directory says: a bomb stops there.
    const whole = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, bytes) });
    return crc32(whole) === crc ? whole : null;
  } catch {
    return null;
  }
}

function entriesOf(zip: Buffer): ZipEntry[] | null {
  // The end record stands within the last 22 bytes and a comment of at most 65 535.
  let end = zip.length - 22;
  const first = Math.max(0, end - 65_535);
  while (end >= first && zip.readUInt32LE(end) !== END) end--;
  if (end < first) return null;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (zip.readUInt32LE(at) !== LISTED) return null;
    const nameBytes = zip.readUInt16LE(at + 28);
    entries.push({
      name: UTF8.decode(zip.subarray(at + 46, at + 46 + nameBytes)),
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      packedBytes: zip.readUInt32LE(at + 20),
      crc: zip.readUInt32LE(at + 16),
      bytes: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return at === end ? entries : null;
}
