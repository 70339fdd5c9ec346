import { mkdirSync } from "node:fs";
import { Refusal } from "#domain/api/failure.ts";

/** Makes a folder for packets with the folders above it; one that exists is left as it is. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const why = code === "EEXIST" || code === "ENOTDIR" ? "a file is in its place" : code;
    throw new Refusal("packet-folder", `The folder ${folder} cannot be made (${why}): choose another.`);
  }
}
