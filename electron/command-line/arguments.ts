import { Refusal } from "#domain/api/failure.ts";

/** An option with a value (`text`) or without one (`flag`). */
export type OptionKinds = Record<string, "text" | "flag">;

export type Arguments<K extends OptionKinds> = {
  words: string[];
  options: { [N in keyof K]: K[N] extends "flag" ? boolean : string | null };
};

/**
 * Splits a command's arguments into words and options (`--level F310`, `--level=F310`). A word may begin with a minus
 * sign before a figure, as a southern latitude does. Refuses what it does not know, and options given twice.
 */
export function readArguments<K extends OptionKinds>(args: readonly string[], kinds: K): Arguments<K> {
  const words: string[] = [];
  const values = new Map<string, string | true>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? "";
    if (!arg.startsWith("-") || /^-\d/.test(arg)) {
      words.push(arg);
      continue;
    }
    const [, name = "", , given] = /^--([^=]*)(=(.*))?$/s.exec(arg) ?? [];
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined) throw refused(`The option ${arg.split("=")[0]} is not known here: see --help.`);
    if (values.has(name)) throw refused(`The option --${name} is given twice.`);
    if (kind === "flag") {
      if (given !== undefined) throw refused(`The option --${name} takes no value.`);
      values.set(name, true);
      continue;
    }
    const value = given ?? args[++i];
    if (value === undefined || value === "" || value.startsWith("--")) {
      throw refused(`The option --${name} needs a value.`);
    }
    values.set(name, value);
  }
  const options = Object.fromEntries(
    Object.entries(kinds).map(([name, kind]) => [name, values.get(name) ?? (kind === "flag" ? false : null)]),
  );
  return { words, options: options as Arguments<K>["options"] };
}

export function refused(sentence: string): Refusal {
  return new Refusal("command-line", sentence);
}
