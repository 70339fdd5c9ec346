import { courseAndDistance } from "../geo/geodesic.ts";
import type { Path } from "../geo/path.ts";
import { positionAlong } from "../geo/path.ts";
import { between, metresPerDegree, nearestShare, planeDistanceM } from "../geo/plane.ts";
import type { Position } from "../geo/position.ts";
import { METRES_PER_NM } from "../units.ts";
import type { Airspace } from "./airspace.ts";
import type { AirspaceIndex } from "./airspace-index.ts";

/** A FIR that the line does not enter, but the corridor does. */
export type CorridorTouch = {
  airspace: Airspace;
  /** Least distance from the line to the FIR. */
  nearestNm: number;
  /** The point of the FIR's limit that is nearest. */
  nearest: Position;
  /** Where along the path it is nearest. */
  atNm: number;
  /** First and last place along the path from which the FIR is within the half-width. */
  fromNm: number;
  toNm: number;
};

/** How finely `fromNm` and `toNm` are told. */
const STEP_NM = 0.25;

/**
 * FIRs not in `crossed` that lie nearer to the path than `halfWidthNm`, in the order of their nearest place. The
 * search works in a plane scaled at each pair's own latitude; the least distance is then settled with GeographicLib.
 */
export function corridorTouches(
  path: Path,
  halfWidthNm: number,
  index: AirspaceIndex,
  crossed: ReadonlySet<string>,
): CorridorTouch[] {
  const halfWidthM = halfWidthNm * METRES_PER_NM;
  const touches = new Map<Airspace, CorridorTouch>();
  const foreign = index.airspaces.map((airspace) => airspace.kind === "fir" && !crossed.has(airspace.ident));
  for (const [number, line] of path.lines.entries()) {
    const startNm = path.startNm[number] ?? 0;
    const { alongM, lat, lon } = line.chords();
    for (let at = 0; at + 1 < alongM.length; at++) {
      const turn = (lon[at] ?? 0) > 180 ? 360 : (lon[at] ?? 0) < -180 ? -360 : 0;
      const from = { lat: lat[at] ?? 0, lon: (lon[at] ?? 0) - turn };
      const to = { lat: lat[at + 1] ?? 0, lon: (lon[at + 1] ?? 0) - turn };
      const chord = {
        from,
        to,
        fromNm: startNm + (alongM[at] ?? 0) / METRES_PER_NM,
        toNm: startNm + (alongM[at + 1] ?? 0) / METRES_PER_NM,
      };
      for (const [airspace, edges] of edgesNear(chord, halfWidthM, index, foreign)) {
        sweep(chord, edges, index, halfWidthM, (atNm, edge, distanceM) => {
          const known = touches.get(airspace);
          const nearest = edge;
          if (known === undefined) {
            const nearestNm = distanceM / METRES_PER_NM;
            touches.set(airspace, { airspace, nearestNm, nearest, atNm, fromNm: atNm, toNm: atNm });
            return;
          }
          known.toNm = Math.max(known.toNm, atNm);
          known.fromNm = Math.min(known.fromNm, atNm);
          if (distanceM / METRES_PER_NM < known.nearestNm) {
            known.nearestNm = distanceM / METRES_PER_NM;
            known.nearest = nearest;
            known.atNm = atNm;
          }
        });
      }
    }
  }
  return [...touches.values()]
    .map((touch) => settled(touch, path, index))
    .filter(({ nearestNm }) => nearestNm <= halfWidthNm)
    .sort((a, b) => a.atNm - b.atNm);
}

type Chord = { from: Position; to: Position; fromNm: number; toNm: number };

/** Edges of foreign FIRs whose boxes meet the box of the chord, widened by the half-width. */
function edgesNear(
  { from, to }: Chord,
  halfWidthM: number,
  index: AirspaceIndex,
  foreign: readonly boolean[],
): Map<Airspace, number[]> {
  const scale = metresPerDegree(Math.min(89.9, Math.max(Math.abs(from.lat), Math.abs(to.lat)) + 1));
  const wide = (halfWidthM * 1.01) / scale.lon;
  const high = (halfWidthM * 1.01) / scale.lat;
  const found = new Map<Airspace, number[]>();
  index.edgesIn(
    Math.min(from.lon, to.lon) - wide,
    Math.min(from.lat, to.lat) - high,
    Math.max(from.lon, to.lon) + wide,
    Math.max(from.lat, to.lat) + high,
    (edge) => {
      for (const owner of [index.owners[edge * 2] ?? -1, index.owners[edge * 2 + 1] ?? -1]) {
        const airspace = index.airspaces[owner];
        if (airspace === undefined || foreign[owner] !== true) continue;
        const list = found.get(airspace);
        if (list === undefined) found.set(airspace, [edge]);
        else list.push(edge);
      }
    },
  );
  return found;
}

/** Walks a chord and reports, for each step within the half-width of the edges, the nearest point of them. */
function sweep(
  chord: Chord,
  edges: readonly number[],
  index: AirspaceIndex,
  halfWidthM: number,
  report: (atNm: number, nearest: Position, distanceM: number) => void,
): void {
  const steps = Math.max(1, Math.ceil((chord.toNm - chord.fromNm) / STEP_NM));
  for (let step = 0; step <= steps; step++) {
    const share = step / steps;
    const point = between(chord.from, chord.to, share);
    let least = halfWidthM * 1.005;
    let nearest: Position | null = null;
    for (const edge of edges) {
      const candidate = nearestOn(edge, point, index);
      const distanceM = planeDistanceM(point, candidate, scaleBetween(point, candidate));
      if (distanceM < least) [least, nearest] = [distanceM, candidate];
    }
    if (nearest !== null) report(chord.fromNm + share * (chord.toNm - chord.fromNm), nearest, least);
  }
}

/** The point of an edge nearest to a point: twice, since the scale depends on where the answer lies. */
function nearestOn(edge: number, point: Position, index: AirspaceIndex): Position {
  const [aLon = 0, aLat = 0, bLon = 0, bLat = 0] = index.edges.subarray(edge * 4, edge * 4 + 4);
  const a = { lat: aLat, lon: aLon };
  const b = { lat: bLat, lon: bLon };
  const first = between(a, b, nearestShare(point, a, b, metresPerDegree(point.lat)));
  return between(a, b, nearestShare(point, a, b, scaleBetween(point, first)));
}

function scaleBetween(a: Position, b: Position) {
  return metresPerDegree((a.lat + b.lat) / 2);
}

/** The least distance on the ellipsoid near the one that the search found. */
function settled(touch: CorridorTouch, path: Path, index: AirspaceIndex): CorridorTouch {
  let best = touch;
  let step = STEP_NM;
  const measure = (atNm: number): CorridorTouch => {
    const point = positionAlong(path, atNm);
    let least = Infinity;
    let nearest = touch.nearest;
    const reach = 0.5;
    index.edgesIn(
      touch.nearest.lon - reach,
      touch.nearest.lat - reach,
      touch.nearest.lon + reach,
      touch.nearest.lat + reach,
      (edge) => {
        const owners = [index.owners[edge * 2] ?? -1, index.owners[edge * 2 + 1] ?? -1];
        if (!owners.some((owner) => index.airspaces[owner] === touch.airspace)) return;
        const candidate = nearestOn(edge, point, index);
        const distanceM = planeDistanceM(point, candidate, scaleBetween(point, candidate));
        if (distanceM < least) [least, nearest] = [distanceM, candidate];
      },
    );
    return { ...touch, atNm, nearest, nearestNm: courseAndDistance(point, nearest).distanceNm };
  };
  best = measure(touch.atNm);
  while (step > 0.001) {
    const tried = [-step, step].map((by) => measure(clamp(best.atNm + by, 0, path.totalNm)));
    const better = tried.reduce((least, each) => (each.nearestNm < least.nearestNm ? each : least), best);
    if (better === best) step /= 2;
    best = better;
  }
  return best;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
