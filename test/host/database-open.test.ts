import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import { Refusal } from "#domain/api/failure.ts";
import { checkDatabase } from "#electron/database/check.ts";
import { migrations } from "#electron/database/migrations/migrations.ts";
import { APPLICATION_ID, openDatabase } from "#electron/database/open.ts";
import { temporaryFolder } from "./support/folders.ts";
import { apiOf, hostIn } from "./support/hosts.ts";

const folder = temporaryFolder();
const file = (name: string) => join(folder, name);

function refusalOf(path: string): Refusal {
  try {
    openDatabase(path, 50).close();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error(`${path} was opened`);
}

/** One sentence that names the file. */
function expectSentence(refusal: Refusal, code: string, path: string, words: RegExp): void {
  expect(refusal.code).toBe(code);
  expect(refusal.message).toContain(path);
  expect(refusal.message).toMatch(words);
  expect(refusal.message).toMatch(/^[^\n]*\.$/);
}

describe("every open", () => {
  test.each(["new", "again"])("sets the pragmas (%s)", () => {
    const open = openDatabase(file("pragmas.sqlite"));
    const pragma = (name: string) => open.db.pragma(name, { simple: true });
    expect({
      journal: pragma("journal_mode"),
      synchronous: pragma("synchronous"),
      foreignKeys: pragma("foreign_keys"),
      recursiveTriggers: pragma("recursive_triggers"),
      trustedSchema: pragma("trusted_schema"),
      cellSizeCheck: pragma("cell_size_check"),
      busyTimeout: pragma("busy_timeout"),
      locking: pragma("locking_mode"),
      applicationId: pragma("application_id"),
      version: pragma("user_version"),
    }).toEqual({
      journal: "wal",
      synchronous: 2,
      foreignKeys: 1,
      recursiveTriggers: 1,
      trustedSchema: 0,
      cellSizeCheck: 1,
      busyTimeout: 1500,
      locking: "exclusive",
      applicationId: APPLICATION_ID,
      version: migrations.length,
    });
    open.close();
  });

  test("creates the folder of a new database", () => {
    const path = file("new folder/below/daliz.sqlite");
    openDatabase(path).close();
    expect(readFileSync(path).readUInt32BE(68)).toBe(APPLICATION_ID);
  });
});

describe("what is no Daliz database is refused and left alone", () => {
  test("a text file", () => {
    writeFileSync(file("notes.txt"), "not a database ".repeat(40));
    expectSentence(refusalOf(file("notes.txt")), "database-foreign", file("notes.txt"), /is not a database/);
  });

  test("another program's database", () => {
    const path = file("other.sqlite");
    new Sqlite(path).exec("CREATE TABLE t (a)").close();
    const before = readFileSync(path);
    expectSentence(refusalOf(path), "database-foreign", path, /another program/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test("a folder", () => {
    mkdirSync(file("a folder"));
    expectSentence(refusalOf(file("a folder")), "database-foreign", file("a folder"), /is a folder/);
  });

  test("a database of a newer Daliz", () => {
    const path = file("newer.sqlite");
    openDatabase(path).close();
    const db = new Sqlite(path);
    db.pragma("user_version = 99");
    db.close();
    const refusal = refusalOf(path);
    expectSentence(refusal, "database-newer", path, /newer Daliz \(version 99/);
  });

  test("a name that SQLite takes for something else", () => {
    for (const name of [":memory:", "file:daliz.sqlite", "file:///daliz.sqlite", "", file(":memory:")]) {
      expect(refusalOf(name).message, name).toMatch(/is not the name of a file/);
    }
  });

  test("a path below a file", () => {
    writeFileSync(file("plain"), "");
    const path = file("plain/daliz.sqlite");
    expectSentence(refusalOf(path), "database-unreachable", path, /cannot be opened/);
  });
});

describe("a database that lacks what Daliz needs is refused, and the sentence says what", () => {
  test.each([
    [
      "a negative version",
      "PRAGMA user_version = -1",
      /is damaged, or no database of Daliz: it states -1 as its version/,
    ],
    [
      "the version of an empty file",
      "PRAGMA user_version = 0",
      /is damaged \(table flights already exists\)/,
    ],
    ["no table", "DROP TABLE settings", /is damaged \(the table settings is missing\)/],
    [
      "no column",
      "ALTER TABLE flights DROP COLUMN registration",
      /\(the table flights has no column registration\)/,
    ],
    [
      "a view in place of a table",
      "DROP TABLE settings; CREATE VIEW settings AS SELECT '' AS name, '' AS document",
      /\(the table settings is missing\)/,
    ],
  ])("%s", (name, sql, words) => {
    const path = file(`${name}.sqlite`);
    openDatabase(path).close();
    new Sqlite(path).exec(sql).close();
    expectSentence(refusalOf(path), "database-damaged", path, words);
  });

  test("a row that does not read", async () => {
    const host = hostIn(file("row"));
    const example = await apiOf(host).flights.example({});
    await apiOf(host).flights.create({ flight: { ...example, id: "kept" }, note: "" });
    host.close();
    const path = join(file("row"), "daliz.sqlite");
    new Sqlite(path).exec("UPDATE flights SET saved_at = 'yesterday'").close();
    const again = hostIn(file("row"));
    await expect(apiOf(again).flights.get({ id: "kept" })).rejects.toThrow(
      /^A row of the database does not read \(savedAt must be an instant such as .*\): put a copy/,
    );
    again.close();
  });
});

test("a page that only fails when it is read", async () => {
  const host = hostIn(file("page"));
  const api = apiOf(host);
  const example = await api.flights.example({});
  const note = "x".repeat(9_000);
  await api.flights.create({ flight: { ...example, id: "kept", note }, note: "" });
  host.close();
  const path = join(file("page"), "daliz.sqlite");
  const again = hostIn(file("page"));
  onTestFinished(again.close);
  // Damaged while it is open, as a failing disk does: past the checks of the opening.
  const size = statSync(path).size;
  truncateSync(path, 4096);
  truncateSync(path, size);
  const reading = await again.call("flights.get", { id: "kept" });
  expect(reading).toMatchObject({
    ok: false,
    failure: {
      kind: "refusal",
      sentence: expect.stringMatching(/^The database cannot be read \(.*\): check/),
    },
  });
});

test("the check tells what is not as the migrations make it", () => {
  const path = file("schema.sqlite");
  openDatabase(path).close();
  new Sqlite(path)
    .exec(`DROP TRIGGER audit_kept; CREATE TABLE extra (a); DROP INDEX flights_by_presence;
      CREATE INDEX flights_by_presence ON flights (id)`)
    .close();
  const open = openDatabase(path);
  expect(checkDatabase(open.db)).toEqual([
    "The trigger audit_kept is missing.",
    "The index flights_by_presence is not the one that Daliz makes.",
    "The table extra is not one of Daliz.",
  ]);
  open.close();
});

test("a damaged database is refused", async () => {
  const inside = file("damage");
  const host = hostIn(inside);
  const api = apiOf(host);
  const example = await api.flights.example({});
  for (let n = 0; n < 8; n++) {
    await api.flights.create({ flight: { ...example, id: `f${n}` }, note: "" });
  }
  host.close();
  const bytes = readFileSync(join(inside, "daliz.sqlite"));
  const refusals = new Set<string>();
  for (let page = 1; page < bytes.length / 4096; page++) {
    const path = file("damaged.sqlite");
    const damaged = Buffer.from(bytes);
    damaged.fill(0xa5, page * 4096, page * 4096 + 64);
    writeFileSync(path, damaged);
    try {
      openDatabase(path).close();
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      if (error instanceof Refusal) expectSentence(error, "database-damaged", path, /is damaged/);
      refusals.add(String(error));
    }
  }
  expect(refusals.size).toBe(1);
});

describe("one process per database", () => {
  test("a second open is refused while the first is open, and let in afterwards", () => {
    const path = file("twice.sqlite");
    const open = openDatabase(path);
    expectSentence(refusalOf(path), "database-locked", path, /is open in another Daliz/);
    open.close();
    openDatabase(path).close();
  });

  test("a process that was killed does not keep the database", async () => {
    const path = file("killed.sqlite");
    const script = `const { openDatabase } = await import("#electron/database/open.ts");
      openDatabase(${JSON.stringify(path)}); console.log("open"); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script]);
    await new Promise((resolve) => child.stdout.once("data", resolve));
    expectSentence(refusalOf(path), "database-locked", path, /is open in another Daliz/);
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
    openDatabase(path).close();
  });
});

describe("a database that may only be read", () => {
  /** Root may write everything, so the one who may not is another user. */
  async function readAsAnother(path: string): Promise<Record<string, unknown>> {
    const root = process.getuid?.() === 0;
    const child = spawn(process.execPath, ["test/host/support/read-only-child.ts", path], {
      ...(root ? { uid: 65_534, gid: 65_534 } : {}),
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (text) => {
      output += text;
    });
    await new Promise((resolve) => child.once("close", resolve));
    return JSON.parse(output) as Record<string, unknown>;
  }

  async function databaseIn(name: string): Promise<string> {
    const inside = file(name);
    const host = hostIn(inside);
    const api = apiOf(host);
    const example = await api.flights.example({});
    await api.flights.create({ flight: { ...example, id: "kept" }, note: "" });
    // What a crash leaves behind: the last save stands in the write-ahead log alone.
    mkdirSync(`${inside}-as-left`);
    for (const suffix of ["", "-wal"]) {
      copyFileSync(join(inside, `daliz.sqlite${suffix}`), join(`${inside}-as-left`, `daliz.sqlite${suffix}`));
    }
    host.close();
    chmodSync(folder, 0o755);
    return join(`${inside}-as-left`, "daliz.sqlite");
  }

  test.each([
    ["the file", 0o777, 0o444],
    ["the folder", 0o555, 0o666],
    ["both", 0o555, 0o444],
  ])(
    "is read with its last save, and saves are refused with the reason (%s)",
    async (what, ofFolder, ofFile) => {
      const path = await databaseIn(what.replace(" ", "-"));
      for (const suffix of ["", "-wal"]) chmodSync(path + suffix, ofFile);
      if (process.getuid?.() === 0) chownSync(join(path, ".."), 0, 0);
      chmodSync(join(path, ".."), ofFolder);
      const before = readFileSync(path);
      const seen = await readAsAnother(path);
      chmodSync(join(path, ".."), 0o755);
      expect(seen).toMatchObject({ listed: ["kept"], revision: 1 });
      expect(seen.readOnlyReason).toMatch(/may only be read/);
      expect(seen.readOnlyReason).toContain(path);
      expect(seen.save).toEqual({
        ok: false,
        failure: { kind: "refusal", code: "database-read-only", sentence: seen.readOnlyReason },
      });
      expect(readFileSync(path).equals(before)).toBe(true);
    },
  );
});
