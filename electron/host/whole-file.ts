import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { Refusal } from "#domain/api/failure.ts";

/** What a file should hold, for the sentences, and how large it may be. */
export type Expected = { noun: string; mostBytes: number };

/**
 * Content of a plain file that somebody named. Refuses in one sentence what is none: a device or a pipe would be
 * read for ever, and the size that a file states is not believed (those of /proc state 0).
 */
export function wholeFile(path: string, { noun, mostBytes }: Expected): Buffer {
  let file: number;
  try {
    // Without O_NONBLOCK the opening of a pipe waits for somebody who writes.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw unreadable(path, noun, error);
  }
  try {
    refuseOther(path, noun, fstatSync(file));
    return bytesOf(file, mostBytes) ?? refuseLarge(path, noun, mostBytes);
  } catch (error) {
    throw error instanceof Refusal ? error : unreadable(path, noun, error);
  } finally {
    closeSync(file);
  }
}

/** Refuses a folder, a device, a pipe or a socket. */
export function refuseOther(
  path: string,
  noun: string,
  found: { isFile: () => boolean; isDirectory: () => boolean },
): void {
  if (found.isFile()) return;
  const what = found.isDirectory() ? "a folder" : "a device or a pipe";
  throw new Refusal("file-unreadable", `${path} is ${what}, not ${noun}.`);
}

/** Null where there are more than `mostBytes`. */
function bytesOf(file: number, mostBytes: number): Buffer | null {
  const pieces: Buffer[] = [];
  for (let size = 0; ; ) {
    const piece = Buffer.alloc(Math.min(1_000_000, mostBytes + 1));
    const read = readSync(file, piece, 0, piece.length, null);
    if (read === 0) return Buffer.concat(pieces);
    size += read;
    if (size > mostBytes) return null;
    pieces.push(piece.subarray(0, read));
  }
}

function refuseLarge(path: string, noun: string, mostBytes: number): never {
  throw new Refusal(
    "file-too-large",
    `${path} is not ${noun}: it is larger than ${mostBytes / 1_000_000} MB.`,
  );
}

function unreadable(path: string, noun: string, error: unknown): Refusal {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return new Refusal("file-missing", `There is no file ${path}.`);
    case "EISDIR":
      return new Refusal("file-unreadable", `${path} is a folder, not ${noun}.`);
    case "ENXIO":
      return new Refusal("file-unreadable", `${path} is a device or a pipe, not ${noun}.`);
    default:
      return new Refusal("file-unreadable", `${path} cannot be read (${code}).`);
  }
}
