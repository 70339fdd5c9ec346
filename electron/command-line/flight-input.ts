import type { z } from "zod";
import { readAs } from "#domain/api/read-as.ts";
import { type Flight, flightSchema } from "#domain/flight/flight.ts";
import { newFlight } from "#domain/flight/new-flight.ts";
import type { Reference } from "#domain/reference.ts";
import { readRoute } from "#domain/route/route-text.ts";
import { FIRST_YEAR, isPlannable, LAST_YEAR, parseZulu, type Zulu } from "#domain/zulu.ts";
import { wholeFile } from "#electron/host/whole-file.ts";
import { refused } from "./arguments.ts";

/** A flight with everything in it is some 100 KB. */
const MOST_FLIGHT_BYTES = 4_000_000;

/** Options of `plan` that describe a flight; null where not given. */
export type FlightOptions = {
  etd: string | null;
  level: string | null;
  "tas-kt": string | null;
  "headwind-kt": string | null;
  "corridor-nm": string | null;
  "taxi-min": string | null;
  mode: string | null;
  paratroopers: string | null;
  "payload-kg": string | null;
};

/** A flight from route tokens and options, with the notes of the route's reading. */
export function flightFromWords(
  words: readonly string[],
  options: FlightOptions,
  reference: Reference,
): { flight: Flight; notes: string[] } {
  const [aircraft] = reference.aircraft;
  if (aircraft === undefined) throw refused("The data sets hold no aircraft.");
  let waypoints = 0;
  const route = readRoute(words.join(" "), reference, () => `w${++waypoints}`);
  if (!route.ok) throw refused(route.sentence);
  const start = newFlight("command-line", etdFrom(options.etd), aircraft);
  const { shape } = flightSchema;
  const cruise = shape.cruise.shape;
  const number = (name: keyof FlightOptions, schema: z.ZodType<number>, otherwise: number): number => {
    const given = options[name];
    return given === null ? otherwise : checked(name, given, numberFrom(name, given), schema);
  };
  const flight: Flight = {
    ...start,
    cruise: {
      levelFl: options.level === null ? start.cruise.levelFl : levelFrom(options.level, cruise.levelFl),
      tasKt: number("tas-kt", cruise.tasKt, start.cruise.tasKt),
      headwindKt: number("headwind-kt", cruise.headwindKt, start.cruise.headwindKt),
    },
    corridorHalfWidthNm: number("corridor-nm", shape.corridorHalfWidthNm, start.corridorHalfWidthNm),
    taxiMinutes: number("taxi-min", shape.taxiMinutes, start.taxiMinutes),
    payloadMode: options.mode === null ? start.payloadMode : modeFrom(options.mode),
    waypoints: route.waypoints,
    load: loadFrom(options, aircraft.figures.paratrooperMassKg.value),
  };
  const reading = readAs(flightSchema, flight, "the flight");
  if (!reading.ok) throw refused(`The flight cannot be planned: ${reading.sentence}.`);
  return { flight: reading.value, notes: route.notes };
}

/** A flight from a file; the sentence of a refusal names the field that does not fit. */
export function flightFromFile(file: string): Flight {
  const text = textOf(file, wholeFile(file, { noun: "a flight", mostBytes: MOST_FLIGHT_BYTES }));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refused(`${file} is no flight: it is not JSON.`);
  }
  const reading = readAs(flightSchema, value, "the flight");
  if (reading.ok) return reading.value;
  throw refused(`The flight in ${file} cannot be used: ${reading.sentence}.`);
}

/** A mark at the beginning that says UTF-8 is passed over, as editors write it. */
function textOf(file: string, bytes: Buffer): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || bytes.includes(0)) {
    throw refused(
      `${file} is no flight: it is not text in UTF-8. Save it as UTF-8, not as UTF-16 or "Unicode".`,
    );
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refused(`${file} is no flight: it is not text in UTF-8. Save it as UTF-8.`);
  }
}

function etdFrom(given: string | null): Zulu {
  if (given === null) throw refused("When is off block? Give it with its zone: --etd 2026-12-01T06:00Z.");
  const instant = parseZulu(given);
  if (instant !== null && isPlannable(instant)) return instant;
  if (instant !== null)
    throw refused(`--etd ${given} does not lie in the years ${FIRST_YEAR} to ${LAST_YEAR}.`);
  throw refused(
    `--etd ${given} is not an instant with its zone: write 2026-12-01T06:00Z or 2026-12-01T09:00+03:00.`,
  );
}

function levelFrom(given: string, schema: z.ZodType<number>): number {
  const figures = /^(?:FL?)?(\d{2,3})$/i.exec(given)?.[1];
  if (figures === undefined) throw refused(`--level ${given} is not a flight level: write F310.`);
  return checked("level", given, Number(figures), schema);
}

function modeFrom(given: string): Flight["payloadMode"] {
  const reading = flightSchema.shape.payloadMode.safeParse(given);
  if (reading.success) return reading.data;
  throw refused(`--mode ${given} is not a payload model: planning or published.`);
}

function loadFrom(options: FlightOptions, massEachKg: number | null): Flight["load"] {
  const { paratroopers, "payload-kg": payload } = options;
  if (paratroopers !== null && payload !== null) {
    throw refused("Give the load either with --paratroopers or with --payload-kg, not with both.");
  }
  if (paratroopers !== null) {
    if (!/^\d+$/.test(paratroopers)) throw refused(`--paratroopers ${paratroopers} is not a whole number.`);
    if (massEachKg === null) {
      throw refused("The data has no mass of a paratrooper: give the load with --payload-kg.");
    }
    if (Number(paratroopers) > 2_000) throw refused(`--paratroopers ${paratroopers} is more than 2000.`);
    return { kind: "paratroopers", count: Number(paratroopers), massEachKg };
  }
  if (payload === null) return { kind: "none" };
  const massKg = numberFrom("payload-kg", payload);
  if (massKg < 0 || massKg > 500_000) throw refused(`--payload-kg ${payload} is not from 0 to 500000.`);
  return { kind: "cargo", massKg };
}

function numberFrom(name: string, given: string): number {
  if (!/^[+-]?\d+(\.\d+)?$/.test(given)) throw refused(`--${name} ${given} is not a number.`);
  return Number(given);
}

function checked(name: string, given: string, value: number, schema: z.ZodType<number>): number {
  const reading = readAs(schema, value, "it");
  if (reading.ok) return reading.value;
  throw refused(`--${name} ${given} is out of range: ${reading.sentence}.`);
}
