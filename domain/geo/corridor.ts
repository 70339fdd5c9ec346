import { featureCollection, polygon, union } from "@turf/turf";
import type { Corridor } from "../flight/assessment.ts";
import { METRES_PER_NM } from "../units.ts";
import { destination, type GeodesicLine } from "./geodesic.ts";
import type { Path } from "./path.ts";
import { metresPerDegree } from "./plane.ts";
import type { Position } from "./position.ts";

/** Arcs are drawn in steps of this many degrees: the chord stays within 0.4 % of the half-width. */
const ARC_STEP_DEG = 10;
/** Corners sharper than this are drawn as two pieces and united. */
const SHARPEST_TURN_DEG = 120;

/**
 * The area within `halfWidthNm` of a path: geodesic offsets of every chord, round ends and round outer corners. A
 * path without lines has no area. Where legs are short against the width, turn back or cross each other, the outline
 * is made of clean pieces that are united (turf, polygon clipping). Rings follow RFC 7946: closed, outer ring
 * counter-clockwise. Round parts lie at most 0.4 % inside the true circle.
 */
export function corridorOf(path: Path, halfWidthNm: number): Corridor {
  const lines = path.lines.filter(({ distanceNm }) => distanceNm > 0.001);
  const rings = cleanRuns(lines, halfWidthNm).map((run) => outlineOf(run, halfWidthNm));
  const [first, ...others] = rings;
  if (first === undefined) return { halfWidthNm, polygons: [] };
  if (others.length === 0) return { halfWidthNm, polygons: [[first]] };
  const united = union(featureCollection(rings.map((ring) => polygon([ring]))));
  if (united === null) return { halfWidthNm, polygons: rings.map((ring) => [ring]) };
  const polygons =
    united.geometry.type === "Polygon" ? [united.geometry.coordinates] : united.geometry.coordinates;
  return {
    halfWidthNm,
    polygons: polygons.map((parts) =>
      parts.map((ring, number) =>
        wound(
          ring.map(([lon = 0, lat = 0]) => [lon, lat]),
          number === 0,
        ),
      ),
    ),
  };
}

/** Splits the lines so that the outline of each run cannot meet itself. */
function cleanRuns(lines: readonly GeodesicLine[], halfWidthNm: number): GeodesicLine[][] {
  const runs: GeodesicLine[][] = [];
  let run: GeodesicLine[] = [];
  let cut = 0;
  for (const line of lines) {
    const before = run.at(-1);
    if (before !== undefined) {
      const turn = turnBetween(before, line);
      // The inner corner eats this much of both legs.
      const needed = halfWidthNm * Math.tan((Math.abs(turn) / 2) * DEGREE);
      const clean =
        Math.abs(turn) <= SHARPEST_TURN_DEG &&
        cut + needed < before.distanceNm &&
        needed < line.distanceNm &&
        run.slice(0, -1).every((other) => apart(other, line, halfWidthNm));
      if (!clean) {
        runs.push(run);
        run = [];
      }
      cut = clean ? needed : 0;
    }
    run.push(line);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

const DEGREE = Math.PI / 180;

/** Turn from one line to the next in degrees, right positive, -180..180. */
function turnBetween(before: GeodesicLine, after: GeodesicLine): number {
  return ((after.initialCourseDeg - finalCourse(before) + 540) % 360) - 180;
}

function finalCourse(line: GeodesicLine): number {
  return ((line.chords().courseDeg.at(-1) ?? 0) + 360) % 360;
}

/** True when the corridors of two lines cannot meet: their chords' boxes, widened by the half-width, are apart. */
function apart(a: GeodesicLine, b: GeodesicLine, halfWidthNm: number): boolean {
  const other = boxesOf(b, halfWidthNm);
  return boxesOf(a, halfWidthNm).every((box) =>
    other.every(
      ([west, south, east, north]) => box[0] > east || box[2] < west || box[1] > north || box[3] < south,
    ),
  );
}

const boxes = new WeakMap<GeodesicLine, { halfWidthNm: number; boxes: [number, number, number, number][] }>();

/** Boxes around the chords as `[west, south, east, north]`, widened by the half-width and the chords' departure. */
function boxesOf(line: GeodesicLine, halfWidthNm: number): [number, number, number, number][] {
  const known = boxes.get(line);
  if (known?.halfWidthNm === halfWidthNm) return known.boxes;
  const made: [number, number, number, number][] = [];
  const { lat, lon } = line.chords();
  const widthM = halfWidthNm * METRES_PER_NM * 1.02 + 50;
  for (let at = 0; at + 1 < lat.length; at++) {
    const [y0 = 0, y1 = 0, x0 = 0, x1 = 0] = [lat[at], lat[at + 1], lon[at], lon[at + 1]];
    const scale = metresPerDegree(Math.min(89, Math.max(Math.abs(y0), Math.abs(y1)) + 0.5));
    const [wide, high] = [widthM / scale.lon, widthM / scale.lat];
    made.push([
      Math.min(x0, x1) - wide,
      Math.min(y0, y1) - high,
      Math.max(x0, x1) + wide,
      Math.max(y0, y1) + high,
    ]);
  }
  boxes.set(line, { halfWidthNm, boxes: made });
  return made;
}

/** One ring around a run of lines: forward on the right side, round the end, back on the left, round the start. */
function outlineOf(lines: readonly GeodesicLine[], halfWidthNm: number): [number, number][] {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return [];
  const ring: Position[] = [];
  ring.push(...sideOf(lines, halfWidthNm, 1));
  ring.push(...arc(last.end, finalCourse(last) + 90, finalCourse(last) - 90, halfWidthNm));
  ring.push(...sideOf(lines, halfWidthNm, -1).toReversed());
  ring.push(...arc(first.start, first.initialCourseDeg - 90, first.initialCourseDeg - 270, halfWidthNm));
  const closed = ring.map(({ lon, lat }): [number, number] => [lon, lat]);
  const [start] = closed;
  if (start !== undefined) closed.push(start);
  return wound(closed, true);
}

/** The offset of a run of lines on its right (1) or left (-1) side, in the direction of flight. */
function sideOf(lines: readonly GeodesicLine[], halfWidthNm: number, side: 1 | -1): Position[] {
  const points: Position[] = [];
  let skipNm = 0;
  for (const [number, line] of lines.entries()) {
    const next = lines[number + 1];
    const turn = next === undefined ? 0 : turnBetween(line, next);
    const inner = turn * side > 0;
    const eatenNm = next !== undefined && inner ? halfWidthNm * Math.tan((Math.abs(turn) / 2) * DEGREE) : 0;
    const { alongM, lat, lon, courseDeg } = line.chords();
    for (let at = 0; at < alongM.length; at++) {
      const alongNm = (alongM[at] ?? 0) / METRES_PER_NM;
      if (skipNm > 0 && alongNm <= skipNm) continue;
      if (eatenNm > 0 && alongNm >= line.distanceNm - eatenNm) continue;
      points.push(
        destination({ lat: lat[at] ?? 0, lon: lon[at] ?? 0 }, (courseDeg[at] ?? 0) + side * 90, halfWidthNm),
      );
    }
    if (next !== undefined) points.push(...corner(line, turn, inner, halfWidthNm, side));
    skipNm = eatenNm;
  }
  return points;
}

/** Inside a turn the point where both offsets meet, outside it an arc. */
function corner(
  line: GeodesicLine,
  turn: number,
  inner: boolean,
  halfWidthNm: number,
  side: 1 | -1,
): Position[] {
  const course = finalCourse(line);
  if (!inner) return arc(line.end, course + side * 90, course + turn + side * 90, halfWidthNm);
  const reachNm = halfWidthNm / Math.cos((turn / 2) * DEGREE);
  return [destination(line.end, course + turn / 2 + side * 90, reachNm)];
}

/** Points around a centre from one bearing to another, without the ends, which the offsets give. */
function arc(centre: Position, fromDeg: number, toDeg: number, radiusNm: number): Position[] {
  const steps = Math.ceil(Math.abs(toDeg - fromDeg) / ARC_STEP_DEG);
  return Array.from({ length: Math.max(0, steps - 1) }, (_, step) =>
    destination(centre, fromDeg + ((toDeg - fromDeg) * (step + 1)) / steps, radiusNm),
  );
}

/** The ring in the order that RFC 7946 wants: outer rings counter-clockwise, holes clockwise. */
function wound(ring: [number, number][], outer: boolean): [number, number][] {
  let area = 0;
  for (let at = 0; at + 1 < ring.length; at++) {
    const [x0 = 0, y0 = 0] = ring[at] ?? [];
    const [x1 = 0, y1 = 0] = ring[at + 1] ?? [];
    area += x0 * y1 - x1 * y0;
  }
  return area > 0 === outer ? ring : ring.toReversed();
}
