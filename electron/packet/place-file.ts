import { randomBytes } from "node:crypto";
import * as fs from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "#domain/api/failure.ts";

/** The calls of the file system that put a file in place; tests give one whose disk is full. */
export type Disk = Pick<typeof fs, "open" | "link" | "rename" | "rm" | "stat">;

/** So many files of one name in one folder are enough. */
const MOST_COPIES = 1_000;

/**
 * Writes a file into a folder in one step: a temporary file beside it, forced to the disk, then given its name.
 * Never overwrites: `nameOf(1)`, `nameOf(2)` and so on are tried until one is free. Refuses with one sentence and
 * leaves nothing behind where the folder is missing, cannot be written, or the disk is full. Gives the path.
 */
export async function placeFile(
  folder: string,
  nameOf: (copy: number) => string,
  bytes: Uint8Array,
  disk: Disk = fs,
): Promise<string> {
  await checkFolder(folder, disk);
  const temporary = join(folder, `.daliz-${randomBytes(6).toString("hex")}.tmp`);
  try {
    const file = await disk.open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    for (let copy = 1; copy <= MOST_COPIES; copy++) {
      const path = join(folder, nameOf(copy));
      if (await moved(temporary, path, disk)) {
        await syncFolder(folder, disk);
        return path;
      }
    }
    throw new Refusal("packet-name-taken", `${folder} holds ${MOST_COPIES} packets of this name already.`);
  } catch (error) {
    throw refusalOf(error, folder);
  } finally {
    await disk.rm(temporary, { force: true }).catch(() => {});
  }
}

async function checkFolder(folder: string, disk: Disk): Promise<void> {
  const found = await disk.stat(folder).catch((error: unknown) => error);
  if (codeOf(found) === "ENOENT") {
    throw new Refusal("packet-folder-missing", `There is no folder ${folder}: make it or choose another.`);
  }
  if (found instanceof Error) throw refusalOf(found, folder);
  if (!(await disk.stat(folder)).isDirectory()) {
    throw new Refusal("packet-folder-missing", `${folder} is not a folder: choose a folder for the packet.`);
  }
}

/** Gives the finished file its name unless that is taken. */
async function moved(temporary: string, path: string, disk: Disk): Promise<boolean> {
  try {
    // A second name and not a rename: it fails where the name exists, in one step.
    await disk.link(temporary, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    if (!NO_LINKS.has(codeOf(error))) throw error;
  }
  // Memory sticks know no links: take the name first, then put the file over our own empty one.
  try {
    await (await disk.open(path, "wx")).close();
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
  try {
    await disk.rename(temporary, path);
  } catch (error) {
    await disk.rm(path, { force: true }).catch(() => {});
    throw error;
  }
  return true;
}

const NO_LINKS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EXDEV", "UNKNOWN"]);

/** The new name is on the disk too; systems that cannot open a folder do that by themselves. */
async function syncFolder(folder: string, disk: Disk): Promise<void> {
  try {
    const handle = await disk.open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Windows opens no folders, and some network file systems sync none; the file itself is synced.
  }
}

function refusalOf(error: unknown, folder: string): unknown {
  const refusal = (code: string, sentence: string) => new Refusal(code, sentence);
  switch (codeOf(error)) {
    case "ENOSPC":
    case "EDQUOT":
      return refusal("packet-disk-full", `No room is left on the disk of ${folder}: nothing was written.`);
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return refusal(
        "packet-folder-read-only",
        `${folder} cannot be written: choose another folder or change its permissions.`,
      );
    case "ENOENT":
    case "ENOTDIR":
      return refusal("packet-folder-missing", `There is no folder ${folder}: make it or choose another.`);
    case "ENAMETOOLONG":
      return refusal("packet-folder-missing", "The path of the folder is too long for this system.");
    case "EIO":
      return refusal("packet-disk-failed", `The disk of ${folder} reports an error: nothing was written.`);
    default:
      return error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
