import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Refusal } from "#domain/api/failure.ts";

/** Makes a folder for packets with the folders above it; one that exists is left as it is. */
export function makeFolder(folder: string): void {
  try {
    makeFolders(folder);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new Refusal(
      "packet-folder",
      `The folder ${folder} cannot be made (${reasonOf(code)}): choose another.`,
    );
  }
}

/**
 * The same for any folder; throws what the file system says. One step for each folder, from above: the `recursive`
 * of Node never ends where a file system denies that a folder exists whose parent is there, as /proc does.
 */
export function makeFolders(folder: string): void {
  const missing: string[] = [];
  for (let at = resolve(folder); !existsSync(at) && at !== dirname(at); at = dirname(at)) missing.unshift(at);
  for (const each of missing) makeOne(each);
  if (!statSync(folder).isDirectory()) throw failure("ENOTDIR");
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Somebody else was quicker, or a link leads nowhere.
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST" && existsSync(folder)))
      throw error;
  }
}

function reasonOf(code: string): string {
  switch (code) {
    case "EEXIST":
    case "ENOTDIR":
      return "a file is in its place";
    case "ENOENT":
      return "no folder can be made there";
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "you have no right to write there";
    case "ENOSPC":
      return "the disk is full";
    case "ENAMETOOLONG":
      return "its name is too long";
    default:
      return code.startsWith("ERR_INVALID") ? "its name is not possible" : code;
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
