import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { checkDatabase } from "#electron/database/check.ts";
import { migrate, versionOf } from "#electron/database/migrate.ts";
import { migrations } from "#electron/database/migrations/migrations.ts";
import { openDatabase } from "#electron/database/open.ts";
import { temporaryFolder } from "./support/folders.ts";
import { apiOf, hostIn } from "./support/hosts.ts";

const folder = temporaryFolder();
/** A database as the first version wrote it, with two flights, one of them changed once. Never made anew. */
const firstVersion = readFileSync(new URL("../golden/database-version-1.sql", import.meta.url), "utf8");

function databaseOfVersion1(name: string): string {
  const path = join(folder, name);
  const db = new Sqlite(path);
  db.exec(firstVersion);
  db.close();
  return path;
}

describe("a database of the first version", () => {
  test("opens with everything that it held, and works on", async () => {
    const host = hostIn(folder, { databasePath: databaseOfVersion1("works.sqlite") });
    const api = apiOf(host);
    const { flights } = await api.flights.list({ text: "", filter: "all", offset: 0, limit: 10 });
    expect(flights.map(({ id, revision }) => [id, revision])).toEqual([
      ["second", 1],
      ["first", 2],
    ]);
    const { flight } = await api.flights.get({ id: "first" });
    const saved = await api.flights.save({ flight, baseRevision: 2, note: "after the migration" });
    expect(saved.revision).toBe(3);
    expect((await api.flights.revisions({ id: "first" })).map(({ revision }) => revision)).toEqual([3, 2, 1]);
    host.close();
    const open = openDatabase(join(folder, "works.sqlite"));
    expect(checkDatabase(open.db)).toEqual([]);
    open.close();
  });

  test("has the same form afterwards as a new one", () => {
    const form = (path: string) => {
      const { db, close } = openDatabase(path);
      const rows = db.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").all();
      close();
      return rows;
    };
    expect(form(databaseOfVersion1("form.sqlite"))).toEqual(form(join(folder, "new.sqlite")));
  });

  test("is copied before it is changed", () => {
    const path = databaseOfVersion1("copied.sqlite");
    openDatabase(path).close();
    const copy = new Sqlite(`${path}.version-1.bak`, { readonly: true });
    expect(versionOf(copy)).toBe(1);
    expect(copy.prepare("SELECT count(*) FROM flights").pluck().get()).toBe(2);
    copy.close();
    openDatabase(path).close();
    expect(readdirSync(folder).filter((name) => name.startsWith("copied.sqlite.version"))).toHaveLength(1);
  });

  test("stays as it was when a migration fails half-way", () => {
    const path = databaseOfVersion1("fails.sqlite");
    const db = new Sqlite(path);
    const failing = [migrations[0] ?? "", "CREATE TABLE halfway (a)", "CREATE TABLE halfway (a)"];
    expect(() => migrate(db, path, failing)).toThrow(/already exists/);
    expect(versionOf(db)).toBe(1);
    expect(db.prepare("SELECT name FROM sqlite_schema WHERE name = 'halfway'").all()).toEqual([]);
    db.close();
  });
});
