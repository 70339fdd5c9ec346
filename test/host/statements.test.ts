import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { openDatabase } from "#electron/database/open.ts";
import { statements } from "#electron/database/sql.ts";
import "#electron/database/check.ts";
import "#electron/database/flight-summaries.ts";
import "#electron/database/settings.ts";
import { temporaryFolder } from "./support/folders.ts";

const { db } = openDatabase(join(temporaryFolder(), "daliz.sqlite"));

test.each(statements.map(({ text, row }) => [text, row] as const))(
  "prepares, and fits its schema: %s",
  (sql, row) => {
    const prepared = db.prepare(sql);
    expect(prepared.reader).toBe(row !== null);
    if (row === null) return;
    const schema = z.toJSONSchema(row, { io: "input" }) as { properties: Record<string, { type: unknown }> };
    const columns = prepared.columns();
    expect(columns.map(({ name }) => name).sort()).toEqual(Object.keys(schema.properties).sort());
    for (const { name, type } of columns) {
      // Expressions, such as counts, have no declared type.
      if (type === null) continue;
      const wanted = type === "TEXT" ? "string" : "integer";
      expect([schema.properties[name]?.type].flat(), name).toContain(wanted);
    }
  },
);

test.each([
  ["document\n  FROM flights WHERE id", ["SEARCH flights USING INDEX sqlite_autoindex_flights_1 (id=?)"]],
  [
    "SELECT revision, saved_at",
    ["SEARCH flight_revisions USING INDEX sqlite_autoindex_flight_revisions_1 (flight_id=?)"],
  ],
  ["SELECT seq, hash FROM audit", ["SCAN audit"]],
  ["FILTER", ["SCAN flight_summaries"]],
  ["ORDER BY off_block_at", ["SCAN flight_summaries USING INDEX flight_summaries_by_date"]],
  [
    "AS summaries",
    [
      "SCAN CONSTANT ROW",
      "SCALAR SUBQUERY 1",
      "SEARCH flights USING COVERING INDEX flights_by_presence (removed_at=?)",
      "SCALAR SUBQUERY 2",
      "SEARCH flight_summaries USING COVERING INDEX flight_summaries_by_validity (reference_version=? AND valid_until>?)",
    ],
  ],
])("the plan of %s", (part, plan) => {
  const found = statements.filter(({ text }) => text.includes(part));
  expect(found).toHaveLength(1);
  const sql = `EXPLAIN QUERY PLAN ${found[0]?.text}`;
  const values = Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name]) => [name, "1"]));
  const steps = db.prepare(sql).all(values) as { detail: string }[];
  expect(steps.map(({ detail }) => detail)).toEqual(plan);
});
