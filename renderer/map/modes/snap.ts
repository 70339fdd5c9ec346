import type { Reference } from "#domain/reference.ts";
import { nearestPlace, type Place, placeAt } from "#domain/route/place.ts";
import type { Pointer } from "./mode.ts";

const REACH_PIXELS = 10;
/** On a small-scale chart ten pixels are half a country: nothing farther than this is meant. */
const REACH_NM = 15;

/** Snaps to what a planner would mean at this scale: everything when near, large aerodromes and VORs when far. */
export function snapperOf(reference: Reference, metresPerPixel: () => number): (pointer: Pointer) => Place {
  const coarse: Reference = {
    ...reference,
    aerodromes: reference.aerodromes.filter(({ icao, size }) => icao !== "" && size === "large"),
    navaids: reference.navaids.filter(({ type }) => /VOR/.test(type)),
  };
  return ({ at, free }) => {
    const scale = metresPerPixel();
    const withinNm = Math.min(REACH_NM, (REACH_PIXELS * scale) / 1852);
    const place = free ? null : nearestPlace(at, scale > 1_200 ? coarse : reference, withinNm);
    return place ?? placeAt(at);
  };
}
