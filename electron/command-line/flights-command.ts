import { writeFileSync } from "node:fs";
import type { Output } from "#domain/api/contract.ts";
import { readArguments, refused } from "./arguments.ts";
import { flightFromFile } from "./flight-input.ts";
import { table } from "./table.ts";
import { withHost } from "./with-host.ts";

/** `flights list`, `flights import FILE`, `flights export ID [--out FILE]`. */
export async function flightsCommand(args: readonly string[]): Promise<string> {
  const [verb, ...rest] = args;
  switch (verb) {
    case "list":
      return list(rest);
    case "import":
      return importFlight(rest);
    case "export":
      return exportFlight(rest);
    default:
      throw refused("Which one? flights list, flights import or flights export: see --help.");
  }
}

async function list(args: readonly string[]): Promise<string> {
  const kinds = { text: "text", filter: "text", db: "text", json: "flag" } as const;
  const { words, options } = readArguments(args, kinds);
  if (words[0] !== undefined) throw refused(`flights list takes no ${words[0]}: search with --text.`);
  const filter = options.filter ?? "all";
  if (filter !== "all" && filter !== "needs-action" && filter !== "cleared") {
    throw refused(`--filter ${filter} is not one of all, needs-action and cleared.`);
  }
  const text = options.text ?? "";
  const flights = await withHost(options.db, async (api) => {
    const found: Output<"flights.list">["flights"] = [];
    for (;;) {
      const page = await api.flights.list({ text, filter, offset: found.length, limit: 500 });
      found.push(...page.flights);
      if (page.flights.length < 500) return found;
    }
  });
  if (options.json) return JSON.stringify({ flights }, null, 2);
  if (flights.length === 0) return "No flights.";
  return table(
    "Flights",
    ["Id", "Call sign", "Off block", "Stops", "Status", ">Cleared"],
    flights.map((flight) => [
      flight.id,
      flight.callSign,
      flight.offBlockAt,
      flight.stops.join(" – "),
      flight.status,
      `${flight.clearedStates} of ${flight.states}`,
    ]),
  );
}

async function importFlight(args: readonly string[]): Promise<string> {
  const { words, options } = readArguments(args, { db: "text", json: "flag" } as const);
  const file = oneWord(words, "flights import FLIGHT.json");
  const flight = flightFromFile(file);
  const { revision } = await withHost(options.db, (api) =>
    api.flights.create({ flight, note: "Imported on the command line" }),
  );
  if (options.json) return JSON.stringify({ id: flight.id, revision }, null, 2);
  return `Stored flight ${flight.id}, revision ${revision}.`;
}

async function exportFlight(args: readonly string[]): Promise<string> {
  const { words, options } = readArguments(args, { db: "text", out: "text", json: "flag" } as const);
  const id = oneWord(words, "flights export ID");
  const { flight } = await withHost(options.db, (api) => api.flights.get({ id }));
  const text = JSON.stringify(flight, null, 2);
  if (options.out === null) return text;
  try {
    writeFileSync(options.out, `${text}\n`, { flag: "wx" });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    throw refused(
      code === "EEXIST"
        ? `${options.out} exists already and is not overwritten.`
        : code === "ENOENT" || code === "ENOTDIR"
          ? `${options.out} cannot be written: its folder is missing.`
          : `${options.out} cannot be written (${code}).`,
    );
  }
  return options.json ? JSON.stringify({ path: options.out }, null, 2) : `Wrote ${options.out}.`;
}

export function oneWord(words: readonly string[], usage: string): string {
  const [word] = words;
  if (word === undefined || word === "" || words.length > 1) throw refused(`Write ${usage}: see --help.`);
  return word;
}
