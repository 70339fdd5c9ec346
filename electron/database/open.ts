import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from "node:fs";
import { dirname, resolve, sep } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import { Refusal } from "#domain/api/failure.ts";
import { makeFolders } from "#electron/host/make-folder.ts";
import { migrate, refuseVersion, versionOf } from "./migrate.ts";
import { migrations } from "./migrations/migrations.ts";
import { privateCopy } from "./private-copy.ts";
import { missingFrom } from "./schema.ts";

/** "DLIZ" in the file's header: tells a Daliz database from every other SQLite file. */
export const APPLICATION_ID = 0x444c495a;

/** An open database. `readOnlyReason` is a sentence when saves are to be refused, else null. */
export type OpenDatabase = {
  db: Database;
  path: string;
  readOnlyReason: string | null;
  close: () => void;
};

/**
 * Opens the database, creating it where there is none and bringing it to the newest version. The file is held
 * alone until it is closed, or until the process ends in whatever way. A file that may not be written is read from
 * a private copy. Refuses with one sentence: `database-foreign`, `database-damaged`, `database-newer`,
 * `database-locked`, `database-unreachable`.
 */
export function openDatabase(file: string, waitMs = 1_500): OpenDatabase {
  const path = resolve(file);
  refuseAddress(path, file);
  return explained(path, () => {
    const exists = existsSync(path);
    if (!exists) makeFolders(dirname(path));
    else refuseForeign(path);
    const readOnlyReason = exists ? reasonNotToWrite(path) : null;
    if (readOnlyReason === null) {
      const db = opened(path, path, waitMs);
      return { db, path, readOnlyReason, close: () => db.close() };
    }
    const copy = privateCopy(path, waitMs);
    try {
      const db = opened(copy.path, path, waitMs);
      const close = () => {
        db.close();
        copy.remove();
      };
      return { db, path, readOnlyReason, close };
    } catch (error) {
      copy.remove();
      throw error;
    }
  });
}

/** Opens `path`; sentences name `shown`. */
function opened(path: string, shown: string, waitMs: number): Database {
  const db = new Sqlite(path, { timeout: waitMs });
  try {
    // Exclusive before the first read: no second process gets in, and the kernel lets go when this one dies.
    db.pragma("locking_mode = EXCLUSIVE");
    refuseVersion(versionOf(db), shown, migrations.length);
    if (Number(db.pragma("application_id", { simple: true })) !== APPLICATION_ID) {
      db.pragma(`application_id = ${APPLICATION_ID}`);
    }
    db.pragma("journal_mode = WAL");
    // An existing WAL file reopens with NORMAL, and the last commits could vanish with the power.
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    db.pragma("recursive_triggers = ON");
    db.pragma("trusted_schema = OFF");
    db.pragma("cell_size_check = ON");
    db.pragma(`busy_timeout = ${waitMs}`);
    refuseDamaged(db, shown);
    migrate(db, path, migrations);
    const missing = missingFrom(db);
    if (missing !== "") throw damaged(shown, missing);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function refuseDamaged(db: Database, shown: string): void {
  const answer = db.pragma("quick_check(1)", { simple: true });
  if (answer !== "ok") throw damaged(shown);
}

/** SQLite knows such names as no file at all, or as an address; here every name is a file. */
function refuseAddress(path: string, file: string): void {
  const parts = path.split(sep);
  if (file.trim() !== "" && !parts.some((part) => part === ":memory:" || /^file:/i.test(part))) return;
  throw new Refusal(
    "database-foreign",
    `${file.trim() === "" ? "An empty name" : file} is not the name of a file: name a database file with --db, such as daliz.sqlite.`,
  );
}

/** Looks into the header itself, so that a file of another program is not touched, not even by a journal. */
function refuseForeign(path: string): void {
  const found = statSync(path);
  if (!found.isFile()) {
    const what = found.isDirectory() ? "a folder" : "a device or a pipe";
    throw new Refusal("database-foreign", `${path} is ${what}: name a database file with --db.`);
  }
  const header = headerOf(path);
  if (header.length === 0) return;
  if (header.length < 100 || header.toString("latin1", 0, 16) !== "SQLite format 3\0") {
    throw new Refusal(
      "database-foreign",
      `${path} is not a database: name a Daliz database with --db, or a file that does not exist yet to start a new one.`,
    );
  }
  if (header.readUInt32BE(68) !== APPLICATION_ID) {
    throw new Refusal(
      "database-foreign",
      `${path} is a database of another program: name a Daliz database with --db, or a file that does not exist yet to start a new one.`,
    );
  }
}

function headerOf(path: string): Buffer {
  const file = openSync(path, "r");
  try {
    const header = Buffer.alloc(100);
    return header.subarray(0, readSync(file, header, 0, 100, 0));
  } finally {
    closeSync(file);
  }
}

function reasonNotToWrite(path: string): string | null {
  if (!writable(path)) {
    return `${path} may only be read: give yourself the right to write it, or name another file with --db.`;
  }
  const folder = dirname(path);
  if (!writable(folder)) {
    return `${path} may only be read, because its folder ${folder} is not writable: give yourself the right to write there, or name another file with --db.`;
  }
  return null;
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function damaged(path: string, where = ""): Refusal {
  return new Refusal(
    "database-damaged",
    `${path} is damaged${where === "" ? "" : ` (${where})`}: move it away together with its -wal file, then put a copy back in its place or start with a new file.`,
  );
}

/** Turns what SQLite and the file system throw into one sentence that names the file and says what to do. */
function explained<T>(path: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw refusalFor(error, path) ?? error;
  }
}

function refusalFor(error: unknown, path: string): Refusal | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
    return new Refusal(
      "database-locked",
      `${path} is open in another Daliz or another program: close that one, or name another file with --db.`,
    );
  }
  if (code === "SQLITE_CORRUPT" || code.startsWith("SQLITE_CORRUPT_") || code === "SQLITE_NOTADB") {
    return damaged(path);
  }
  if (code === "SQLITE_FULL" || code === "ENOSPC") {
    return new Refusal("database-unreachable", `${path} cannot be opened: the disk is full.`);
  }
  if (code === "SQLITE_ERROR" || code.startsWith("SQLITE_CONSTRAINT")) {
    // Only our own statements run here, on tables that our own migrations made.
    return damaged(path, error instanceof Error ? error.message : "");
  }
  if (code.startsWith("SQLITE_CANTOPEN") || code.startsWith("SQLITE_IOERR") || /^E[A-Z]+$/.test(code)) {
    return new Refusal(
      "database-unreachable",
      `${path} cannot be opened (${code}): check the folder and your rights to it, or name another file with --db.`,
    );
  }
  return null;
}
