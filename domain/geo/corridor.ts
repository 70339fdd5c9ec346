import type { Corridor } from "../flight/assessment.ts";
import { METRES_PER_NM } from "../units.ts";
import { CHORD_DEPARTURE_M } from "./chords.ts";
import { offsetBy } from "./ellipsoid.ts";
import { type OutlineLeg, type OutlinePoint, outlineOf } from "./outline.ts";
import type { Path } from "./path.ts";
import { isSimple, signedAreaOf } from "./polygon.ts";
import { united } from "./union.ts";

/** How far the sides may bow between two points, as a share of the half-width. */
const SIDE_ERROR = 0.003;
/** Corners sharper than this are drawn as two round-ended pieces. */
const SHARPEST_TURN_DEG = 150;
const CIRCLE_STEP_DEG = 10;
const DEGREE = Math.PI / 180;

/**
 * The area within `halfWidthNm` of the path, with round ends and round outer corners. Outlines are geodesic offsets
 * with straight edges in the longitude/latitude plane; they depart from the true distance by less than 1 % of the half-width
 * (arcs lie up to 0.4 % inside the circle, sides bow by up to 0.3 %). Where the route turns back, crosses itself
 * or has legs shorter than its corners need, pieces are united. Every ring is closed and does not cross itself, outer
 * rings counter-clockwise and holes clockwise (RFC 7946). A route over the antimeridian is not cut there: its
 * longitudes run on past 180. A corridor that holds a pole has no outline in this plane and is not drawn rightly.
 * A path of one point gives a circle; no points or no width give no polygon.
 */
export function corridorOf(path: Path, halfWidthNm: number): Corridor {
  const point = path.points[0];
  if (point === undefined || !(halfWidthNm > 0)) return { halfWidthNm, polygons: [] };
  const halfWidthM = halfWidthNm * METRES_PER_NM;
  const legs = withoutRepeats(legsOf(path, halfWidthM));
  if (legs.length === 0) return { halfWidthNm, polygons: [[circle(point.lat, point.lon, halfWidthM)]] };
  const outlines = runsOf(legs, halfWidthM).map((run) => outlineOf(run, halfWidthM));
  const only = outlines[0];
  if (only !== undefined && outlines.length === 1 && signedAreaOf(only) > 0 && isSimple(only)) {
    return { halfWidthNm, polygons: [[only]] };
  }
  return { halfWidthNm, polygons: united(outlines) };
}

/** The lines that have a length as points close enough for their offsets, the longitude running on from leg to leg. */
function legsOf(path: Path, halfWidthM: number): OutlineLeg[] {
  const parts = Math.max(1, Math.ceil(Math.sqrt(CHORD_DEPARTURE_M / (SIDE_ERROR * halfWidthM))));
  const legs: OutlineLeg[] = [];
  let lonBefore = path.points[0]?.lon ?? 0;
  for (const line of path.lines) {
    const { alongM, lat, lon, courseDeg } = line.chords();
    const turn = Math.round((lonBefore - (lon[0] ?? 0)) / 360) * 360;
    const points: OutlinePoint[] = [];
    for (let i = 0; i < alongM.length; i++) {
      const here = alongM[i] ?? 0;
      const before = alongM[i - 1] ?? here;
      for (let part = 1; i > 0 && part < parts; part++) {
        const between = before + ((here - before) * part) / parts;
        const track = line.track(between);
        points.push({ alongM: between, lat: track.lat, lon: track.lon + turn, courseDeg: track.courseDeg });
      }
      points.push({
        alongM: here,
        lat: lat[i] ?? 0,
        lon: (lon[i] ?? 0) + turn,
        courseDeg: courseDeg[i] ?? 0,
      });
    }
    lonBefore = (lon[lon.length - 1] ?? 0) + turn;
    const lengthM = alongM[alongM.length - 1] ?? 0;
    if (lengthM > 1) legs.push({ from: line.start, to: line.end, lengthM, points });
  }
  return legs;
}

/** A leg flown again, in either direction, adds nothing. */
function withoutRepeats(legs: readonly OutlineLeg[]): OutlineLeg[] {
  const seen = new Set<string>();
  return legs.filter((leg) => {
    const [a, b] = [leg.from, leg.to].map((end) => `${end.lat} ${end.lon}`).toSorted();
    const key = `${a} ${b}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/**
 * Splits the legs where they do not join, where the turn is too sharp, or where the inner corners would use up a leg:
 * the outline of each run then never turns inside out, though it may cross itself.
 */
function runsOf(legs: readonly OutlineLeg[], halfWidthM: number): OutlineLeg[][] {
  const runs: OutlineLeg[][] = [];
  let run: OutlineLeg[] = [];
  let usedM = 0;
  for (const leg of legs) {
    const before = run[run.length - 1];
    if (before !== undefined) {
      const turn = Math.abs(turnBetween(before, leg));
      const needM = halfWidthM * Math.tan((Math.min(turn, 179) / 2) * DEGREE);
      const joins = before.to.lat === leg.from.lat && before.to.lon === leg.from.lon;
      if (
        !joins ||
        turn > SHARPEST_TURN_DEG ||
        usedM + needM > 0.95 * before.lengthM ||
        needM > 0.95 * leg.lengthM
      ) {
        runs.push(run);
        run = [];
        usedM = 0;
      } else usedM = needM;
    }
    run.push(leg);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function turnBetween(before: OutlineLeg, after: OutlineLeg): number {
  const end = before.points[before.points.length - 1]?.courseDeg ?? 0;
  const start = after.points[0]?.courseDeg ?? 0;
  return ((((start - end + 180) % 360) + 360) % 360) - 180;
}

function circle(lat: number, lon: number, radiusM: number): [number, number][] {
  const ring: [number, number][] = [];
  for (let course = 360; course > 0; course -= CIRCLE_STEP_DEG)
    ring.push(offsetBy(lat, lon, course, radiusM));
  const first = ring[0];
  return first === undefined ? ring : [...ring, first];
}
