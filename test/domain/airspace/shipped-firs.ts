import { readFileSync } from "node:fs";
import { type Airspace, airspaceSchema } from "#domain/airspace/airspace.ts";
import type { Position } from "#domain/geo/position.ts";
import { aerodromeSchema } from "#domain/reference.ts";

/** The FIRs that the product ships. */
export function shippedFirs(): Airspace[] {
  return airspaceSchema.array().parse(shipped("airspaces/firs.json").airspaces);
}

/** Positions for text such as `LTAC 4055N04700E UACC`: aerodromes of the shipped data and coordinates. */
export function positionsOf(text: string): Position[] {
  return text.split(" ").map(positionOf);
}

let aerodromes: Map<string, Position> | null = null;

function positionOf(token: string): Position {
  aerodromes ??= new Map(
    aerodromeSchema
      .array()
      .parse(shipped("aerodromes/aerodromes.json").aerodromes)
      .map(({ icao, lat, lon }) => [icao, { lat, lon }]),
  );
  const known = aerodromes.get(token);
  if (known !== undefined) return known;
  const [, lat = "", latMin = "", lon = "", lonMin = ""] = /^(\d\d)(\d\d)N(\d{3})(\d\d)E$/.exec(token) ?? [];
  if (lat === "") throw new Error(`${token} is neither an aerodrome of the data nor a coordinate`);
  return { lat: Number(lat) + Number(latMin) / 60, lon: Number(lon) + Number(lonMin) / 60 };
}

function shipped(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../../data/${file}`, import.meta.url), "utf8"));
}
