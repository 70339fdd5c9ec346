import { assess } from "#domain/flight/assess.ts";
import { clock, dataFolder } from "#electron/host/folders.ts";
import { loadReference } from "#electron/reference/load.ts";
import { readArguments, refused } from "./arguments.ts";
import { flightFromFile, flightFromWords } from "./flight-input.ts";
import { planJson } from "./plan-json.ts";
import { planText } from "./plan-text.ts";

const FLIGHT_OPTIONS = {
  etd: "text",
  level: "text",
  "tas-kt": "text",
  "headwind-kt": "text",
  "corridor-nm": "text",
  "taxi-min": "text",
  mode: "text",
  paratroopers: "text",
  "payload-kg": "text",
} as const;

/** `plan`: assesses a route or a saved flight. Needs no database; `--db` is accepted as everywhere. */
export function planCommand(args: readonly string[]): string {
  const { words, options } = readArguments(args, {
    ...FLIGHT_OPTIONS,
    file: "text",
    json: "flag",
    db: "text",
  } as const);
  if (options.file !== null) {
    const also = words[0] ?? Object.keys(FLIGHT_OPTIONS).find((name) => options[name as "etd"] !== null);
    if (also !== undefined) throw refused(`A flight from --file is assessed as it is: leave out ${also}.`);
  }
  const reference = loadReference(dataFolder);
  const { flight, notes } =
    options.file === null
      ? flightFromWords(words, options, reference)
      : { flight: flightFromFile(options.file), notes: [] };
  const assessment = assess(flight, reference, clock());
  const choices = notes.map((sentence) => ({
    severity: "info" as const,
    code: "navaid-choice",
    sentence,
    hint: "Give the position instead of the ident to choose another.",
    place: { kind: "flight" as const },
  }));
  const plan = { ...assessment, findings: [...assessment.findings, ...choices] };
  return options.json ? JSON.stringify(planJson(flight, plan), null, 2) : planText(flight, plan);
}
