import { z } from "zod";
import { aircraftSchema } from "./aircraft/aircraft.ts";
import { airspaceSchema } from "./airspace/airspace.ts";
import { provenanceSchema } from "./provenance.ts";

const runwaySchema = z.strictObject({
  idents: z.string(),
  lengthFt: z.number().nullable(),
  widthFt: z.number().nullable(),
  surface: z.string(),
  closed: z.boolean(),
});

/** An aerodrome. `icao` is empty where it has none; `ident` is the key of the source. */
export const aerodromeSchema = z.strictObject({
  ident: z.string(),
  icao: z.string(),
  name: z.string(),
  city: z.string(),
  country: z.string(),
  lat: z.number(),
  lon: z.number(),
  elevationFt: z.number().nullable(),
  military: z.boolean(),
  size: z.enum(["large", "medium", "small"]),
  runways: z.array(runwaySchema),
});
export type Aerodrome = z.infer<typeof aerodromeSchema>;

export const navaidSchema = z.strictObject({
  ident: z.string(),
  name: z.string(),
  type: z.string(),
  frequency: z.string(),
  country: z.string(),
  lat: z.number(),
  lon: z.number(),
});
export type Navaid = z.infer<typeof navaidSchema>;

/** A State with its ISO 3166-1 alpha-2 code and its names. */
export const stateSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  nameTr: z.string(),
  nameKk: z.string(),
});

/** Everything a plan is computed from besides the flight itself: the shipped data sets, read once. */
export const referenceSchema = z.strictObject({
  /** SHA-256 of data/manifest.json: names this exact set of data in packets and caches. */
  version: z.string(),
  provenance: z.record(z.string(), provenanceSchema),
  airspaces: z.array(airspaceSchema),
  aerodromes: z.array(aerodromeSchema),
  navaids: z.array(navaidSchema),
  states: z.array(stateSchema),
  aircraft: z.array(aircraftSchema),
});
export type Reference = z.infer<typeof referenceSchema>;
