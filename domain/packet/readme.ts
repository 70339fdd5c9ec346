import type { Flight } from "../flight/flight.ts";
import { clockText, dateText, type Zulu } from "../zulu.ts";
import type { Clearance } from "./clearance.ts";
import type { FlightPlanMessage } from "./icao-fpl.ts";
import { MARKING, PLANNING_NOTICE } from "./marking.ts";
import { foldedLines } from "./telex-text.ts";

type Packet = {
  flight: Flight;
  clearance: Clearance;
  messages: readonly FlightPlanMessage[];
  revision: number | null;
  madeAt: Zulu;
  version: string;
};

/** README.txt: what each file is, and for a message that could not be built why. Plain text, 76 columns. */
export function readmeText({ flight, clearance, messages, revision, madeAt, version }: Packet): string {
  const stops = flight.waypoints
    .filter(
      ({ groundMinutes }, index) =>
        groundMinutes !== null || index === 0 || index === flight.waypoints.length - 1,
    )
    .map(({ ident }) => ident);
  const built = messages.filter(({ problem }) => problem === "");
  const files: [string, string][] = [
    ["packet.pdf", "for people: cover, legs, crossings, load, findings, flight plans"],
    ...built.map(({ sector }): [string, string] => [
      messageName(sector),
      `ICAO flight plan of sector ${sector + 1}; notes on what to check are in packet.pdf`,
    ]),
    ["route.geojson", "RFC 7946: legs, points, corridor and FIR crossings, WGS 84"],
    ["flight.json", "the flight as Daliz stores it; Daliz computes the rest from it"],
    ["manifest.json", "size and SHA-256 of every other file"],
  ];
  const paragraphs = [
    MARKING,
    `Flight packet ${flight.callSign === "" ? "(no call sign)" : flight.callSign}, ${stops.length === 0 ? "no route" : stops.join(" - ")}, ${dateText(flight.offBlockAt)}`,
    `${revision === null ? "Not stored" : `Version ${revision}`}, made ${dateText(madeAt)} ${clockText(madeAt)} by Daliz ${version}. All times are UTC.`,
    `${clearance.title.toUpperCase()}. ${clearance.sentence}`,
    PLANNING_NOTICE,
    files.map(([name, what]) => `${name.padEnd(16)}${what}`).join("\n"),
    ...messages
      .filter(({ problem }) => problem !== "")
      .map(({ sector, problem }) => `${messageName(sector)} is not here. ${problem}`),
    "Whether a packet is whole: daliz packet verify FILE. The manifest shows damage; it is not a signature.",
  ];
  return `${paragraphs.map((text) => text.split("\n").map(wrapped).join("\n")).join("\n\n")}\n`;
}

/** Name of the flight plan of a sector, counted from 1: `fpl-1.txt`. */
export function messageName(sector: number): string {
  return `fpl-${sector + 1}.txt`;
}

/** Lines of the file list are short and keep their columns. */
function wrapped(line: string): string {
  return line.length <= 76 || / {2}/.test(line) ? line : foldedLines(line, 76);
}
