import Sqlite, { type Database } from "better-sqlite3";
import { z } from "zod";
import { migrations } from "./migrations/migrations.ts";

/**
 * Tables and columns that a database at the newest version lacks, in words; empty where all are there. Without them
 * nothing works, so `openDatabase` refuses such a file.
 */
export function missingFrom(db: Database): string {
  return withFresh((fresh) => {
    const tables = (of: Database) =>
      entriesOf(of).flatMap(({ type, name }) => (type === "table" ? [name] : []));
    const present = new Set(tables(db));
    for (const name of tables(fresh)) {
      if (!present.has(name)) return `the table ${name} is missing`;
      const columns = columnsOf(db, name);
      const column = [...columnsOf(fresh, name)].find((each) => !columns.has(each));
      if (column !== undefined) return `the table ${name} has no column ${column}`;
    }
    return "";
  });
}

/** Everything in which the database is not what the migrations make: one sentence each. */
export function schemaProblems(db: Database): string[] {
  return withFresh((fresh) => {
    const expected = new Map(entriesOf(fresh).map((entry) => [`${entry.type} ${entry.name}`, entry.sql]));
    const found = new Map(entriesOf(db).map((entry) => [`${entry.type} ${entry.name}`, entry.sql]));
    const wrong: string[] = [];
    for (const [name, sql] of expected) {
      if (!found.has(name)) wrong.push(`The ${name} is missing.`);
      else if (found.get(name) !== sql) wrong.push(`The ${name} is not the one that Daliz makes.`);
    }
    for (const name of found.keys()) if (!expected.has(name)) wrong.push(`The ${name} is not one of Daliz.`);
    return wrong;
  });
}

function withFresh<T>(work: (fresh: Database) => T): T {
  const fresh = new Sqlite(":memory:");
  try {
    for (const migration of migrations) fresh.exec(migration);
    return work(fresh);
  } finally {
    fresh.close();
  }
}

const entries = z.array(z.object({ type: z.string(), name: z.string(), sql: z.string() }));

/** Indexes that SQLite makes by itself have no text and belong to their table. */
function entriesOf(db: Database): z.output<typeof entries> {
  const all =
    "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
  return entries.parse(db.prepare(`${all} ORDER BY rowid`).all());
}

function columnsOf(db: Database, table: string): Set<string> {
  const names = db.prepare("SELECT name FROM pragma_table_info(?)").pluck().all(table);
  return new Set(z.array(z.string()).parse(names));
}
