import { createHash } from "node:crypto";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import { beforeAll, describe, expect, test } from "vitest";
import { appendAudit, auditHead, firstBrokenAudit } from "#electron/database/audit.ts";
import { canonicalJson } from "#electron/database/canonical-json.ts";
import { checkDatabase } from "#electron/database/check.ts";
import { openDatabase } from "#electron/database/open.ts";
import { temporaryFolder } from "./support/folders.ts";
import { apiOf, hostIn, NOON } from "./support/hosts.ts";

const folder = temporaryFolder();
const path = join(folder, "daliz.sqlite");

beforeAll(async () => {
  const host = hostIn(folder);
  const api = apiOf(host);
  const flight = { ...(await api.flights.example({})), id: "f" };
  await api.flights.create({ flight, note: "first" });
  await api.flights.save({ flight: { ...flight, note: "changed" }, baseRevision: 1, note: "second" });
  await api.flights.save({ flight: { ...flight, note: "again" }, baseRevision: 2, note: "third" });
  host.close();
});

describe.each([true, false])("with recursive_triggers %s", (recursive) => {
  test.each([
    "UPDATE audit SET actor = 'nobody' WHERE seq = 2",
    "DELETE FROM audit WHERE seq = 3",
    "INSERT OR REPLACE INTO audit SELECT seq, at, 'nobody', action, payload, previous_hash, hash FROM audit WHERE seq = 2",
    "INSERT OR IGNORE INTO audit SELECT 9, at, actor, action, payload, previous_hash, hash FROM audit WHERE seq = 2",
    "REPLACE INTO audit SELECT 5, at, actor, action, payload, previous_hash, hash FROM audit WHERE seq = 3",
    "UPDATE OR REPLACE audit SET seq = 1 WHERE seq = 2",
    "UPDATE flight_revisions SET note = '' WHERE revision = 1",
    "DELETE FROM flight_revisions",
    "INSERT OR REPLACE INTO flight_revisions SELECT flight_id, revision, saved_at, 'x', document FROM flight_revisions WHERE revision = 1",
    "UPDATE OR REPLACE flight_revisions SET revision = 1 WHERE revision = 2",
  ])("refuses %s", (sql) => {
    const { db, close } = openDatabase(path);
    db.pragma(`recursive_triggers = ${recursive ? "ON" : "OFF"}`);
    expect(() => db.exec(sql)).toThrow(/append-only/);
    expect(checkDatabase(db)).toEqual([]);
    close();
  });
});

describe("what somebody changes past the triggers is found", () => {
  /** A copy changed while the triggers were away: what a stranger with the file can do. */
  function tampered(sql: string): Database {
    const copy = join(folder, "tampered.sqlite");
    copyFileSync(path, copy);
    const db = new Sqlite(copy);
    const all = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid").all();
    const triggers = all as { name: string; sql: string }[];
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    db.exec(sql);
    for (const trigger of triggers) db.exec(trigger.sql);
    return db;
  }

  test.each([
    ["UPDATE audit SET actor = 'nobody' WHERE seq = 2", /broken at row 2 of 3/],
    ["UPDATE audit SET at = '2020-01-01T00:00:00Z' WHERE seq = 1", /broken at row 1/],
    ["UPDATE audit SET payload = json_set(payload, '$.note', 'x') WHERE seq = 3", /broken at row 3/],
    ["DELETE FROM audit WHERE seq = 2", /broken at row 2/],
    [
      "UPDATE flight_revisions SET document = json_set(document, '$.note', 'x') WHERE revision = 1",
      /Revision 1/,
    ],
    ["DELETE FROM flight_revisions WHERE revision = 2", /Revision 2 of flight f is in the audit chain/],
    [
      "UPDATE flights SET document = json_set(document, '$.note', 'x')",
      /Flight f is not its newest revision/,
    ],
    ["UPDATE flights SET revision = 2", /Flight f is not its newest revision/],
    ["DELETE FROM audit WHERE seq = 3", /Revision 3 of flight f is not in the audit chain/],
  ])("%s", (sql, words) => {
    const db = tampered(sql);
    expect(checkDatabase(db).join("\n")).toMatch(words);
    db.close();
  });

  test("a row with a hash of its own no longer fits the next one", () => {
    const db = tampered("UPDATE audit SET actor = 'nobody' WHERE seq = 2");
    const row = db
      .prepare(
        "SELECT seq, at, actor, action, payload, previous_hash AS previousHash FROM audit WHERE seq = 2",
      )
      .get() as { payload: string };
    const covered = canonicalJson({ ...row, payload: JSON.parse(row.payload) });
    const hash = createHash("sha256").update(covered).digest("hex");
    db.exec("DROP TRIGGER audit_stays");
    db.prepare("UPDATE audit SET hash = ? WHERE seq = 2").run(hash);
    expect(firstBrokenAudit(db)).toBe(3);
    db.close();
  });

  test("nothing is found where nothing was changed", () => {
    const db = tampered("SELECT 1");
    expect(checkDatabase(db)).toEqual([]);
    db.close();
  });
});

test("a cut tail fits itself, and is told by the head that was kept outside", () => {
  const { db, close } = openDatabase(join(folder, "tail.sqlite"));
  const act = { at: NOON, actor: "a", action: "test", payload: { b: 1, a: [null, "ı"] } };
  const heads = [1, 2, 3].map(() => appendAudit(db, act));
  expect(heads.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(new Set(heads.map(({ hash }) => hash)).size).toBe(3);
  expect(auditHead(db)).toEqual(heads[2]);
  db.exec("DROP TRIGGER audit_kept; DELETE FROM audit WHERE seq = 3");
  expect(firstBrokenAudit(db)).toBe(null);
  expect(auditHead(db)).toEqual(heads[1]);
  close();
});
