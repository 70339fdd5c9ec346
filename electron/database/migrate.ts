import { existsSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { Refusal } from "#domain/api/failure.ts";

/** Version of the database file, counted in migrations. */
export function versionOf(db: Database): number {
  return Number(db.pragma("user_version", { simple: true }));
}

/**
 * Brings the database to the newest version in one transaction, after copying a database that holds something to
 * `<path>.version-<n>.bak`. Refuses a database from a newer Daliz (`database-newer`).
 */
export function migrate(db: Database, path: string, migrations: readonly string[]): void {
  const version = versionOf(db);
  refuseVersion(version, path, migrations.length);
  if (version === migrations.length) return;
  if (version > 0) copyBefore(db, path, version);
  db.transaction(() => {
    for (const migration of migrations.slice(version)) db.exec(migration);
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}

export function refuseVersion(version: number, path: string, newest: number): void {
  if (version < 0) {
    throw new Refusal(
      "database-damaged",
      `${path} is damaged, or no database of Daliz: it states ${version} as its version. Put a copy back in its place, or name another file with --db.`,
    );
  }
  if (version <= newest) return;
  throw new Refusal(
    "database-newer",
    `${path} was written by a newer Daliz (version ${version} of the file, this one knows ${newest}): install the newer Daliz, or name another file with --db.`,
  );
}

/** VACUUM INTO writes one consistent file even while the write-ahead log holds pages; it never overwrites. */
function copyBefore(db: Database, path: string, version: number): void {
  let copy = `${path}.version-${version}.bak`;
  for (let n = 2; existsSync(copy); n++) copy = `${path}.version-${version}-${n}.bak`;
  db.prepare("VACUUM INTO ?").run(copy);
}
