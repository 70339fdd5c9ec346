import { fileURLToPath } from "node:url";
import example from "#data/examples/ankara-astana.json";
import { assess } from "#domain/flight/assess.ts";
import type { Assessment } from "#domain/flight/assessment.ts";
import { type Flight, flightSchema } from "#domain/flight/flight.ts";
import { newFlight } from "#domain/flight/new-flight.ts";
import type { Reference } from "#domain/reference.ts";
import { readRoute } from "#domain/route/route-text.ts";
import { parseZulu, type Zulu } from "#domain/zulu.ts";
import { loadReference } from "#electron/reference/load.ts";

/** The shipped data sets, as the host would read them. */
export const shipped: Reference = loadReference(fileURLToPath(new URL("../../data", import.meta.url)));

/** The instant that this text means. */
export function zulu(text: string): Zulu {
  const instant = parseZulu(text);
  if (instant === null) throw new Error(`${text} is no instant`);
  return instant;
}

/** What a test knows to be there. */
export function known<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error("not known");
  return value;
}

/** Clock of the tests: a week before the flights. */
export const NOW = zulu("2026-11-24T12:00Z");

export const exampleFlight: Flight = flightSchema.parse(example);

/** A flight over this route, off block 2026-12-01T06:00Z unless told otherwise. */
export function flightOver(route: string, change: Partial<Flight> = {}): Flight {
  let count = 0;
  const reading = readRoute(route, shipped, () => `w${++count}`);
  if (!reading.ok) throw new Error(reading.sentence);
  const [aircraft] = shipped.aircraft;
  if (aircraft === undefined) throw new Error("no aircraft in the data");
  return {
    ...newFlight("flight", zulu("2026-12-01T06:00Z"), aircraft),
    callSign: "KZF401",
    waypoints: reading.waypoints,
    ...change,
  };
}

/** All consequences of a flight with the shipped data. */
export function assessed(flight: Flight, now: Zulu = NOW): Assessment {
  return assess(flight, shipped, now);
}
