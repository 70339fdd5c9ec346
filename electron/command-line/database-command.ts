import { existsSync } from "node:fs";
import { auditHead } from "#electron/database/audit.ts";
import { checkDatabase } from "#electron/database/check.ts";
import { openDatabase } from "#electron/database/open.ts";
import { defaultDatabasePath } from "#electron/host/folders.ts";
import { readArguments, refused } from "./arguments.ts";
import { done, type Outcome } from "./outcome.ts";

/** `database check`: status 0, or 1 with the first thing that does not fit. */
export function databaseCommand(args: readonly string[]): Outcome {
  const [verb, ...rest] = args;
  if (verb !== "check") throw refused("Write database check: see --help.");
  const { words, options } = readArguments(rest, { db: "text", json: "flag" } as const);
  if (words[0] !== undefined) throw refused(`database check takes no ${words[0]}: name the file with --db.`);
  const path = options.db ?? defaultDatabasePath();
  if (!existsSync(path)) throw refused(`There is no database ${path}.`);
  const open = openDatabase(path);
  try {
    const wrong = checkDatabase(open.db);
    const head = auditHead(open.db);
    if (options.json) {
      const output = JSON.stringify({ ok: wrong.length === 0, wrong, audit: head }, null, 2);
      return { status: wrong.length === 0 ? 0 : 1, output, complaint: wrong[0] ?? "" };
    }
    const [first] = wrong;
    if (first === undefined) {
      return done(`${open.path} is sound: ${head.seq} audit rows, the newest ${head.hash}.`);
    }
    const more = wrong.length > 1 ? ` And ${wrong.length - 1} more: see --json.` : "";
    return { status: 1, output: "", complaint: `${first}${more}` };
  } finally {
    open.close();
  }
}
