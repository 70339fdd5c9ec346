import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Zulu, zuluAt } from "#domain/zulu.ts";

/** Where the project or the installed application stands: the same from the sources and from dist/electron. */
export const projectFolder = folderOfPackage(dirname(fileURLToPath(import.meta.url)));

export const dataFolder = join(projectFolder, "data");
export const screenFolder = join(projectFolder, "dist", "renderer");

/** The version in package.json. */
export function productVersion(): string {
  const text = readFileSync(join(projectFolder, "package.json"), "utf8");
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version;
}

/** The database of this user where no other file is named. */
export function defaultDatabasePath(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  const folders: Partial<Record<NodeJS.Platform, string>> = {
    win32: env.APPDATA || join(home, "AppData", "Roaming"),
    darwin: join(home, "Library", "Application Support"),
  };
  const folder = folders[platform] ?? (env.XDG_DATA_HOME || join(home, ".local", "share"));
  return join(folder, "Daliz", "daliz.sqlite");
}

/** Where packets go unless a folder is chosen. */
export function defaultPacketFolder(home: string = homedir()): string {
  const documents = join(home, "Documents");
  return join(existsSync(documents) ? documents : home, "Daliz packets");
}

/** The machine's clock; everything below the entry points is given its time. */
export function clock(): Zulu {
  return zuluAt(Date.now());
}

function folderOfPackage(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, "package.json"))) return folder;
    if (folder === dirname(folder)) throw new Error(`no package.json above ${start}`);
  }
}
