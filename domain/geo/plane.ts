import type { Position } from "./position.ts";

/** WGS 84 semi-major axis in metres and first eccentricity squared. */
const A = 6_378_137;
const E2 = 6.694_379_990_141_316e-3;
const DEGREE = Math.PI / 180;

/** Metres for one degree of longitude and one of latitude at a latitude on WGS 84. */
export function metresPerDegree(latitudeDeg: number): { lon: number; lat: number } {
  const sin = Math.sin(latitudeDeg * DEGREE);
  const w = Math.sqrt(1 - E2 * sin * sin);
  return {
    lon: (DEGREE * A * Math.cos(latitudeDeg * DEGREE)) / w,
    lat: (DEGREE * A * (1 - E2)) / w ** 3,
  };
}

/** Where on a straight segment `a`-`b` of the plane the point nearest to `p` lies: 0 at `a`, 1 at `b`. */
export function nearestShare(
  p: Position,
  a: Position,
  b: Position,
  scale: { lon: number; lat: number },
): number {
  const dx = (b.lon - a.lon) * scale.lon;
  const dy = (b.lat - a.lat) * scale.lat;
  const square = dx * dx + dy * dy;
  if (square === 0) return 0;
  const share = ((p.lon - a.lon) * scale.lon * dx + (p.lat - a.lat) * scale.lat * dy) / square;
  return Math.max(0, Math.min(1, share));
}

/** Distance in metres between two near points of the plane. */
export function planeDistanceM(a: Position, b: Position, scale: { lon: number; lat: number }): number {
  return Math.hypot((a.lon - b.lon) * scale.lon, (a.lat - b.lat) * scale.lat);
}

/** The point at a share of the way from `a` to `b` in the longitude/latitude plane. */
export function between(a: Position, b: Position, share: number): Position {
  return { lat: a.lat + share * (b.lat - a.lat), lon: a.lon + share * (b.lon - a.lon) };
}
