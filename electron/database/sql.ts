import type { Database } from "better-sqlite3";
import { z } from "zod";
import { Refusal } from "#domain/api/failure.ts";
import { readAs } from "#domain/api/read-as.ts";

/** What a parameter or a column holds. `optional` text may be NULL. */
type Kinds = { text: string; integer: number; optional: string | null };

type Parameter<Name extends string, Kind extends keyof Kinds> = { name: Name; kind: Kind };

type ParametersOf<P extends readonly Parameter<string, keyof Kinds>[]> = {
  [K in P[number] as K["name"]]: Kinds[K["kind"]];
};

/** One SQL statement with the names and types of its parameters and, where it returns rows, their schema. */
export type Statement<Parameters, Row> = {
  readonly text: string;
  readonly row: z.ZodObject | null;
  /** Never set; carries the types. */
  readonly types?: (parameters: Parameters) => Row;
};

/** Every statement declared with `rows` or `change`, so that a test can prepare them all. */
export const statements: Statement<unknown, unknown>[] = [];

/** A text parameter, for `${text("id")}` inside a statement. */
export function text<Name extends string>(name: Name): Parameter<Name, "text"> {
  return { name, kind: "text" };
}

/** An integer parameter. */
export function integer<Name extends string>(name: Name): Parameter<Name, "integer"> {
  return { name, kind: "integer" };
}

/** A text parameter that may be NULL. */
export function optionalText<Name extends string>(name: Name): Parameter<Name, "optional"> {
  return { name, kind: "optional" };
}

/** A statement that returns rows of this schema: ``rows(schema)`SELECT id FROM flights WHERE id = ${text("id")}` ``. */
export function rows<S extends z.ZodObject>(row: S) {
  return <const P extends readonly Parameter<string, keyof Kinds>[]>(
    parts: TemplateStringsArray,
    ...parameters: P
  ): Statement<ParametersOf<P>, z.output<S>> => declared(parts, parameters, row);
}

/** A statement that changes rows and returns none. */
export function change<const P extends readonly Parameter<string, keyof Kinds>[]>(
  parts: TemplateStringsArray,
  ...parameters: P
): Statement<ParametersOf<P>, never> {
  return declared(parts, parameters, null);
}

/** All rows, each checked against its schema. */
export function all<P extends object, Row>(db: Database, statement: Statement<P, Row>, parameters: P): Row[] {
  const schema = z.array(statement.row ?? z.never());
  return rowAs(
    schema,
    readable(() => prepared(db, statement).all(parameters)),
  ) as Row[];
}

/** The first row, or null. */
export function first<P extends object, Row>(
  db: Database,
  statement: Statement<P, Row>,
  parameters: P,
): Row | null {
  const row = readable(() => prepared(db, statement).get(parameters));
  return row === undefined ? null : (rowAs(statement.row ?? z.never(), row) as Row);
}

/** A page can be damaged in a way that only its reading shows; and a disk can fail. */
function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!(error instanceof Error && /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code))) throw error;
    throw new Refusal(
      "database-damaged",
      `The database cannot be read (${error.message}): check its disk, or put a copy of the file back in its place.`,
    );
  }
}

/** What does not fit was not written by Daliz. */
function rowAs(schema: z.ZodType, value: unknown): unknown {
  const reading = readAs(schema, value, "it");
  if (reading.ok) return reading.value;
  throw new Refusal(
    "database-damaged",
    `A row of the database does not read (${reading.sentence}): put a copy of the file back in its place.`,
  );
}

/** Runs a change and returns how many rows it touched. */
export function run<P extends object>(db: Database, statement: Statement<P, never>, parameters: P): number {
  return prepared(db, statement).run(parameters).changes;
}

const preparedOf = new WeakMap<Database, Map<object, ReturnType<Database["prepare"]>>>();

function prepared(db: Database, statement: Statement<never, unknown>): ReturnType<Database["prepare"]> {
  let known = preparedOf.get(db);
  if (known === undefined) {
    known = new Map();
    preparedOf.set(db, known);
  }
  let one = known.get(statement);
  if (one === undefined) {
    one = db.prepare(statement.text);
    known.set(statement, one);
  }
  return one;
}

function declared<P, Row>(
  parts: TemplateStringsArray,
  parameters: readonly Parameter<string, keyof Kinds>[],
  row: z.ZodObject | null,
): Statement<P, Row> {
  const written = parts.map(
    (part, i) => part + (parameters[i] === undefined ? "" : `@${parameters[i].name}`),
  );
  const statement: Statement<P, Row> = { text: written.join(""), row };
  statements.push(statement as Statement<unknown, unknown>);
  return statement;
}
