import { randomBytes } from "node:crypto";
import { appendFileSync, renameSync, statSync } from "node:fs";
import { join, parse } from "node:path";
import type { Zulu } from "#domain/zulu.ts";

/** Writes down a defect and returns the sentence that the user sees: never a stack, always where to look. */
export type DefectLog = (where: string, error: unknown) => string;

/** A log that grows past this is put aside once; the one before it goes. */
const LARGEST_BYTES = 2_000_000;

/** Keeps defects in a file beside the database: `daliz.log` beside `daliz.sqlite`. */
export function defectLogBeside(databasePath: string, now: () => Zulu): DefectLog {
  const { dir, name } = parse(databasePath);
  const path = join(dir, `${name}.log`);
  return (where, error) => {
    const reference = randomBytes(3).toString("hex").toUpperCase();
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const place = written(path, `${now()} ${reference} ${where}\n${detail}\n`)
      ? ` It is written down in ${path}`
      : "";
    return `Something broke in Daliz.${place}${place === "" ? " Reference" : " under"} ${reference}.`;
  };
}

function written(path: string, entry: string): boolean {
  try {
    if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_BYTES)
      renameSync(path, `${path}.old`);
    appendFileSync(path, entry, { mode: 0o600 });
    return true;
  } catch {
    process.stderr.write(entry);
    return false;
  }
}
