import { offsetBy } from "./ellipsoid.ts";
import type { Position } from "./position.ts";

export type OutlinePoint = { alongM: number; lat: number; lon: number; courseDeg: number };

/** A leg as points along it; the longitude runs on across the antimeridian. */
export type OutlineLeg = { from: Position; to: Position; lengthM: number; points: readonly OutlinePoint[] };

/**
 * Arcs have their points on fixed bearings, so that the round ends of two pieces at one waypoint coincide: chords
 * of 10 degrees lie 0.4 % of the radius inside the circle.
 */
const ARC_STEP_DEG = 10;
/** Points of an arc nearer to its ends than this are left out. */
const ARC_MARGIN_DEG = 1;
/** Turns below this have no corner to speak of: 0.1 % of the half-width. */
const STRAIGHT_DEG = 0.05;
const DEGREE = Math.PI / 180;

type Turn = { turnDeg: number; innerM: number };

/**
 * Closed ring around legs that join end to end, counter-clockwise: forward on the right side, round the end, back on
 * the left, round the start. At inner corners the sides meet on the bisector, for which each leg must be
 * longer than half-width * tan(turn / 2). Crosses itself where parts of the route come nearer than two half-widths.
 */
export function outlineOf(legs: readonly OutlineLeg[], halfWidthM: number): [number, number][] {
  const turns = legs.map((leg, i) => turnAfter(leg, legs[i + 1], halfWidthM));
  const right: [number, number][] = [];
  const left: [number, number][] = [];
  addSide(legs, turns, 90, halfWidthM, right);
  addSide(legs, turns, -90, halfWidthM, left);
  const start = legs[0]?.points[0];
  const end = legs[legs.length - 1]?.points.at(-1);
  if (start === undefined || end === undefined) return [];
  const ring = right;
  addArc(end, end.courseDeg + 90, -180, halfWidthM, ring);
  for (let i = left.length - 1; i >= 0; i--) {
    const point = left[i];
    if (point !== undefined) ring.push(point);
  }
  addArc(start, start.courseDeg - 90, -180, halfWidthM, ring);
  const first = ring[0];
  if (first !== undefined) ring.push(first);
  return ring;
}

/** The offset of all legs to one side (`sideDeg` 90 right, -90 left), in the direction of flight. */
function addSide(
  legs: readonly OutlineLeg[],
  turns: readonly Turn[],
  sideDeg: 90 | -90,
  halfWidthM: number,
  into: [number, number][],
): void {
  let skipM = -1;
  legs.forEach((leg, i) => {
    const { turnDeg, innerM } = turns[i] ?? { turnDeg: 0, innerM: 0 };
    const inner = turnDeg * sideDeg > 0;
    const untilM = leg.lengthM - innerM;
    for (const point of leg.points) {
      // Beside an inner corner the offset lies within the other leg's corridor.
      if (point.alongM <= skipM || (inner && point.alongM >= untilM)) continue;
      into.push(offsetBy(point.lat, point.lon, point.courseDeg + sideDeg, halfWidthM));
    }
    skipM = -1;
    const end = leg.points[leg.points.length - 1];
    if (i === legs.length - 1 || end === undefined) return;
    if (inner) {
      const reachM = halfWidthM / Math.cos((turnDeg / 2) * DEGREE);
      into.push(offsetBy(end.lat, end.lon, end.courseDeg + turnDeg / 2 + sideDeg, reachM));
      skipM = innerM;
    } else if (Math.abs(turnDeg) >= STRAIGHT_DEG) {
      addArc(end, end.courseDeg + sideDeg, turnDeg, halfWidthM, into);
    } else skipM = 0;
  });
}

function turnAfter(leg: OutlineLeg, next: OutlineLeg | undefined, halfWidthM: number): Turn {
  const end = leg.points[leg.points.length - 1];
  const start = next?.points[0];
  if (end === undefined || start === undefined) return { turnDeg: 0, innerM: 0 };
  const turnDeg = ((((start.courseDeg - end.courseDeg + 180) % 360) + 360) % 360) - 180;
  return { turnDeg, innerM: halfWidthM * Math.tan((Math.abs(turnDeg) / 2) * DEGREE) };
}

/** The points of an arc strictly between its ends, which the sides give. */
function addArc(
  centre: OutlinePoint,
  fromDeg: number,
  byDeg: number,
  radiusM: number,
  into: [number, number][],
): void {
  const way = Math.sign(byDeg);
  const low = Math.min(fromDeg, fromDeg + byDeg) + ARC_MARGIN_DEG;
  const high = Math.max(fromDeg, fromDeg + byDeg) - ARC_MARGIN_DEG;
  const first = Math.ceil(low / ARC_STEP_DEG);
  const last = Math.floor(high / ARC_STEP_DEG);
  for (let i = 0; i <= last - first; i++) {
    const step = way > 0 ? first + i : last - i;
    into.push(offsetBy(centre.lat, centre.lon, (step * ARC_STEP_DEG) % 360, radiusM));
  }
}
