/** One file as the directory at the end of a ZIP lists it. `time` is MS-DOS's, the only thing left open here. */
export type ZipEntry = {
  name: string;
  method: number;
  time: number;
  crc: number;
  packedBytes: number;
  bytes: number;
  offset: number;
};

export const END = 0x06054b50;
export const END_BYTES = 22;
export const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;

/** What stands before a file: version 2.0, no flags, then the fields that the directory repeats. */
export function localHeader(entry: ZipEntry): Buffer {
  return Buffer.concat([numbers([4, LOCAL], [2, 20], [2, 0], ...common(entry)), Buffer.from(entry.name)]);
}

/** The same in the directory, with no comment, disk 0, no attributes and the place of the file. */
export function directoryHeader(entry: ZipEntry): Buffer {
  const versions = [
    [2, 20],
    [2, 20],
  ] as const;
  const place = [
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, entry.offset],
  ] as const;
  const header = numbers([4, LISTED], ...versions, [2, 0], ...common(entry), ...place);
  return Buffer.concat([header, Buffer.from(entry.name)]);
}

function common({ name, method, time, crc, packedBytes, bytes }: ZipEntry): Field[] {
  const sizes: Field[] = [
    [4, packedBytes],
    [4, bytes],
    [2, Buffer.byteLength(name)],
    [2, 0],
  ];
  return [[2, method], [4, time], [4, crc], ...sizes];
}

/** The last record: one disk, so many files, size and place of the directory, no comment. */
export function endRecord(count: number, bytes: number, start: number): Buffer {
  return numbers([4, END], [2, 0], [2, 0], [2, count], [2, count], [4, bytes], [4, start], [2, 0]);
}

/** Size in bytes, and value. */
type Field = readonly [2 | 4, number];

function numbers(...fields: Field[]): Buffer {
  return Buffer.concat(
    fields.map(([size, value]) => {
      const bytes = Buffer.alloc(size);
      bytes.writeUIntLE(value, 0, size);
      return bytes;
    }),
  );
}
