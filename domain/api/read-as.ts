import type { z } from "zod";

export type ReadAs<T> = { ok: true; value: T } | { ok: false; sentence: string };

/** What a schema says of a value before it is a sentence; the part of zod's raw issue that is used here. */
type Issue = Parameters<z.core.$ZodErrorMap>[0];

/**
 * A value as its schema has it, or where and why it does not fit, without a full stop: `waypoints[2].position.lat
 * must be at most 90`. `root` names the whole value, for what is wrong with it and not with a part of it. Messages
 * that a schema brings along stand after the path, so they are written as `must be …`.
 */
export function readAs<S extends z.ZodType>(schema: S, value: unknown, root: string): ReadAs<z.output<S>> {
  const reading = schema.safeParse(value, { error: clauseOf });
  if (reading.success) return { ok: true, value: reading.data };
  const [issue] = reading.error.issues;
  if (issue === undefined) return { ok: false, sentence: `${root} does not fit` };
  const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const path = pathText([...issue.path, ...unknown]);
  return { ok: false, sentence: `${path === "" ? root : path} ${issue.message}` };
}

/** `waypoints[2].position.lat`; a name that is no plain word stands in brackets, shortened. */
function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part) => {
      if (typeof part === "number") return `[${part}]`;
      const name = String(part);
      if (/^[\w-]{1,60}$/.test(name)) return `.${name}`;
      return `[${JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name)}]`;
    })
    .join("")
    .replace(/^\./, "");
}

function clauseOf(issue: Issue): string {
  if (issue.input === undefined && issue.code !== "unrecognized_keys") return "is missing";
  switch (issue.code) {
    case "invalid_type":
      return `must be ${NOUNS[issue.expected] ?? issue.expected}, not ${nounOf(issue.input)}`;
    case "too_big":
      return `must ${sizeWords(issue.origin, "at most", Number(issue.maximum))}`;
    case "too_small":
      return `must ${sizeWords(issue.origin, "at least", Number(issue.minimum))}`;
    case "invalid_value":
      return `must be ${oneOf(issue.values.map(String))}`;
    case "invalid_union": {
      const options = "options" in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
      return options.length === 0
        ? "has a kind of value that does not fit here"
        : `must be ${oneOf(options)}`;
    }
    case "invalid_format":
      return "is not written as it must be";
    case "unrecognized_keys":
      return "is not known here";
    default:
      return "does not fit";
  }
}

const NOUNS: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
  null: "null",
};

function nounOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "a number without an end";
  return NOUNS[typeof value] ?? typeof value;
}

function sizeWords(origin: string, bound: string, size: number): string {
  switch (origin) {
    case "string":
      return size === 1 && bound === "at least" ? "not be empty" : `have ${bound} ${size} characters`;
    case "array":
      return `have ${bound} ${size} ${size === 1 ? "entry" : "entries"}`;
    default:
      return `be ${bound} ${size}`;
  }
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? "") : `one of ${values.join(", ")}`;
}
