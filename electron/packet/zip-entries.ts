import {
  directoryHeader,
  END,
  END_BYTES,
  endRecord,
  LISTED,
  localHeader,
  type ZipEntry,
} from "./zip-headers.ts";

const NO_ZIP = "The file is no whole ZIP archive.";
const UTF8 = new TextDecoder("utf-8", { fatal: true });

/**
 * The directory of a ZIP (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16), or a sentence on what is wrong with it.
 * Headers have to be what Daliz writes for these entries to the last byte, and the files have to follow each other
 * without gaps: every program then unpacks the same from it, and nothing else is in there.
 */
export function zipEntries(zip: Buffer): ZipEntry[] | string {
  try {
    return entriesOf(zip);
  } catch {
    // A field beyond the end of the file, or a name that is not UTF-8.
    return NO_ZIP;
  }
}

function entriesOf(zip: Buffer): ZipEntry[] | string {
  const end = zip.length - END_BYTES;
  if (zip.readUInt32LE(end) !== END) {
    const before = zip.lastIndexOf(Buffer.of(0x50, 0x4b, 5, 6));
    return before < 0 || before > end ? NO_ZIP : `${end - before} bytes stand after the end of the archive.`;
  }
  const [count, start] = [zip.readUInt16LE(end + 10), zip.readUInt32LE(end + 16)];
  const entries: ZipEntry[] = [];
  let at = start;
  let next = 0;
  for (let index = 0; index < count; index++) {
    const entry = entryAt(zip, at);
    if (entry === null) return NO_ZIP;
    const listed = directoryHeader(entry);
    if (!hasAt(zip, at, listed)) return `The directory says of ${entry.name} what Daliz does not write.`;
    if (entry.offset !== next) return `Before ${entry.name} stand bytes that belong to no file.`;
    const local = localHeader(entry);
    if (!hasAt(zip, next, local)) return otherHeader(zip, entry);
    at += listed.length;
    next += local.length + entry.packedBytes;
    entries.push(entry);
  }
  if (next !== start) return "Before the directory of the archive stand bytes that belong to no file.";
  if (at !== end) return "After the directory of the archive stand bytes that belong to no file.";
  if (!hasAt(zip, end, endRecord(count, at - start, start))) {
    return "The end of the archive says what Daliz does not write.";
  }
  if (entries.some(({ time }) => time !== entries[0]?.time))
    return "The files of the archive are of different times.";
  return entries;
}

function entryAt(zip: Buffer, at: number): ZipEntry | null {
  if (zip.readUInt32LE(at) !== LISTED) return null;
  return {
    name: UTF8.decode(zip.subarray(at + 46, at + 46 + zip.readUInt16LE(at + 28))),
    method: zip.readUInt16LE(at + 10),
    time: zip.readUInt32LE(at + 12),
    crc: zip.readUInt32LE(at + 16),
    packedBytes: zip.readUInt32LE(at + 20),
    bytes: zip.readUInt32LE(at + 24),
    offset: zip.readUInt32LE(at + 42),
  };
}

function otherHeader(zip: Buffer, { name, offset }: ZipEntry): string {
  const start = offset + 30;
  const own = zip.toString("latin1", start, Math.min(start + zip.readUInt16LE(offset + 26), start + 80));
  return own === name
    ? `The header before ${name} and the directory of the archive do not say the same of it.`
    : `The directory lists ${name}, and the header before that file names it ${JSON.stringify(own)}.`;
}

function hasAt(zip: Buffer, at: number, expected: Buffer): boolean {
  return zip.subarray(at, at + expected.length).equals(expected);
}
