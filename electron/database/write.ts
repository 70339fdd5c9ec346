import { Refusal } from "#domain/api/failure.ts";
import type { OpenDatabase } from "./open.ts";

/**
 * Runs `work` in one transaction: all of it is on the disk when this returns, or nothing. Refuses with the sentence
 * of a read-only database (`database-read-only`) and where the disk does not take the change.
 */
export function inTransaction<T>(open: OpenDatabase, work: () => T): T {
  if (open.readOnlyReason !== null) throw new Refusal("database-read-only", open.readOnlyReason);
  return inCacheTransaction(open, work);
}

/** The same for caches, which a read-only database keeps in its private copy. */
export function inCacheTransaction<T>(open: OpenDatabase, work: () => T): T {
  try {
    return open.db.transaction(work).immediate();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code === "SQLITE_FULL") {
      throw new Refusal("disk-full", `Nothing was saved: the disk of ${open.path} is full.`);
    }
    if (code.startsWith("SQLITE_READONLY") || code.startsWith("SQLITE_IOERR")) {
      throw new Refusal(
        "database-unreachable",
        `Nothing was saved: ${open.path} cannot be written (${code}). Check the disk and your rights to the file.`,
      );
    }
    throw error;
  }
}
