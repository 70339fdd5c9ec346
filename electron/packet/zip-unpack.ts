import { crc32, inflateRawSync } from "node:zlib";
import { localHeader, type ZipEntry } from "./zip-headers.ts";

/** The unpacked file, or null where it is damaged, longer than it says, or followed by something unused. */
export function unpacked(zip: Buffer, entry: ZipEntry): Buffer | null {
  const start = entry.offset + localHeader(entry).length;
  const packed = zip.subarray(start, start + entry.packedBytes);
  const whole = entry.method === 0 ? packed : entry.method === 8 ? inflated(packed, entry.bytes) : null;
  return whole !== null && whole.length === entry.bytes && crc32(whole) === entry.crc ? whole : null;
}

/** Never more than the directory says, so that a bomb stops there; null where a bit of the input is not needed. */
function inflated(packed: Buffer, mostBytes: number): Buffer | null {
  const whole = inflatedWhole(packed, mostBytes);
  const last = packed.at(-1) ?? 0;
  if (whole === null || last === 0) return whole;
  // The bits after the end of the stream are zeros. Is the highest one that is set part of it?
  const shorter = Buffer.from(packed);
  shorter[shorter.length - 1] = last & ~(1 << (31 - Math.clz32(last)));
  return inflatedWhole(shorter, mostBytes)?.equals(whole) ? null : whole;
}

function inflatedWhole(packed: Buffer, mostBytes: number): Buffer | null {
  try {
    // With `info` it gives this form, which its types leave out; bytesWritten counts what it has read.
    const { buffer, engine } = inflateRawSync(packed, {
      maxOutputLength: Math.max(1, mostBytes),
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    return engine.bytesWritten === packed.length ? buffer : null;
  } catch {
    return null;
  }
}
