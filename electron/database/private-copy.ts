import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";

/**
 * A copy of a database that may not be written, in a folder that only this user can read, with what its
 * write-ahead log holds. SQLite itself needs to write beside a WAL database even for reading it.
 */
export function privateCopy(path: string, waitMs: number): { path: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "daliz-"));
  const copy = join(folder, "copy.sqlite");
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    if (!copiedBySqlite(path, copy, waitMs)) {
      for (const suffix of ["", "-wal"]) {
        if (!existsSync(path + suffix)) continue;
        copyFileSync(path + suffix, copy + suffix);
        // The copy takes over that it may not be written.
        chmodSync(copy + suffix, 0o600);
      }
    }
    return { path: copy, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

/** False where SQLite cannot read the file in place because it may not write its index beside it. */
function copiedBySqlite(path: string, copy: string, waitMs: number): boolean {
  const db = new Sqlite(path, { readonly: true, timeout: waitMs });
  try {
    db.prepare("VACUUM INTO ?").run(copy);
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (code.startsWith("SQLITE_CANTOPEN") || code.startsWith("SQLITE_READONLY")) {
      rmSync(copy, { force: true });
      return false;
    }
    throw error;
  } finally {
    db.close();
  }
}
