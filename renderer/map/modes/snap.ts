import type { Reference } from "#domain/reference.ts";
import { nearestPlace, type Place, placeAt } from "#domain/route/place.ts";
import type { Pointer } from "./mode.ts";

const REACH_PIXELS = 10;
/** On a small-scale chart ten pixels are half a country: nothing farther than this is meant. */
const REACH_NM = 15;

/**
 * The place that a pointer means. A route starts and ends at an aerodrome: there one within reach comes before the
 * navaid beside it, which may be the nearer of the two.
 */
export type Snap = (pointer: Pointer, isEnd: boolean) => Place;

/** Snaps to what a planner would mean at this scale: everything when near, large aerodromes and VORs when far. */
export function snapperOf(reference: Reference, metresPerPixel: () => number): Snap {
  const coarse: Reference = {
    ...reference,
    aerodromes: reference.aerodromes.filter(({ icao, size }) => icao !== "" && size === "large"),
    navaids: reference.navaids.filter(({ type }) => /VOR/.test(type)),
  };
  return ({ at, free }, isEnd) => {
    const scale = metresPerPixel();
    const withinNm = Math.min(REACH_NM, (REACH_PIXELS * scale) / 1852);
    if (free) return placeAt(at);
    const known = scale > 1_200 ? coarse : reference;
    const aerodrome = isEnd ? nearestPlace(at, { ...known, navaids: [] }, withinNm) : null;
    return aerodrome ?? nearestPlace(at, known, withinNm) ?? placeAt(at);
  };
}
