import geomagnetism from "geomagnetism";
import { epochMs, type Zulu } from "../zulu.ts";
import type { Position } from "./position.ts";

/** The World Magnetic Model 2025 holds from its epoch for five years (NOAA/BGS, WMM2025 technical report). */
const FIRST_MS = Date.UTC(2025, 0, 1);
const LAST_MS = Date.UTC(2030, 0, 1);

/**
 * The model's coefficients, and so its field vector, change linearly with time: two models four years apart give every other
 * day without building one for it, also the last weeks of 2029, which the library leaves out.
 */
const EPOCH = geomagnetism.model(new Date(FIRST_MS));
const LATER = geomagnetism.model(new Date(Date.UTC(2029, 0, 1)));
const LATER_YEARS = 4;

/**
 * Magnetic declination in degrees, east positive, at the height in km above the ellipsoid, by WMM 2025; null
 * outside 2025-2029, because the model does not hold there. The model's own error is about 0.4 degrees at
 * these latitudes; between the ground and 12 km the declination changes by less than 0.1 degrees.
 */
export function declinationDeg(at: Position, on: Zulu, heightKm = 0): number | null {
  const instant = epochMs(on);
  if (!(instant >= FIRST_MS && instant < LAST_MS)) return null;
  const place = [at.lat, at.lon, heightKm];
  const early = EPOCH.point(place);
  const late = LATER.point(place);
  const share = yearsSinceEpoch(instant) / LATER_YEARS;
  const north = early.x + share * (late.x - early.x);
  const east = early.y + share * (late.y - early.y);
  return (Math.atan2(east, north) * 180) / Math.PI;
}

/** Decimal years since 2025.0, each calendar year counted as one whatever its length. */
function yearsSinceEpoch(instantMs: number): number {
  const year = new Date(instantMs).getUTCFullYear();
  const start = Date.UTC(year, 0, 1);
  return year - 2025 + (instantMs - start) / (Date.UTC(year + 1, 0, 1) - start);
}
