import type { GeodesicLine } from "../geo/geodesic.ts";
import { type Path, positionAlong } from "../geo/path.ts";
import type { Position } from "../geo/position.ts";
import { METRES_PER_NM } from "../units.ts";
import type { Airspace } from "./airspace.ts";
import { type AirspaceIndex, firAt } from "./airspace-index.ts";

/** A stretch of a path inside one FIR; `airspace` is null where the data has none. */
export type FirVisit = {
  airspace: Airspace | null;
  fromNm: number;
  toNm: number;
  entry: Position;
  exit: Position;
};

/** A visit with the short ones that it took in, in the order of the path. */
export type MergedVisit = FirVisit & { merged: FirVisit[] };

/** Stretches shorter than this are noise of the arithmetic at vertices and along limits. */
const NOISE_NM = 1 / METRES_PER_NM;
/** Crossings are found on the geodesic to this many metres. */
const PRECISION_M = 0.01;

/**
 * The FIRs along a path in order, without holes or overlaps from 0 to `totalNm`. Each geodesic is followed in chords
 * that stay within 25 m of it; each hit of a chord on an edge is refined on the geodesic itself to a centimetre.
 * Between two hits the FIR over the middle names the stretch, so that vertices, tangents and flight along a limit
 * need no special case. A path without lines has no visits.
 */
export function firVisits(path: Path, index: AirspaceIndex): FirVisit[] {
  if (path.lines.length === 0) return [];
  const cuts = [0, path.totalNm];
  for (const [number, line] of path.lines.entries()) {
    const startNm = path.startNm[number] ?? 0;
    for (const alongM of hitsOn(line, index)) cuts.push(startNm + alongM / METRES_PER_NM);
  }
  cuts.sort((a, b) => a - b);
  const visits: FirVisit[] = [];
  let fromNm = 0;
  for (const [number, cut] of cuts.entries()) {
    const last = number === cuts.length - 1;
    if (cut - fromNm < NOISE_NM && !(last && visits.length === 0)) continue;
    const toNm = path.totalNm - cut < NOISE_NM ? path.totalNm : cut;
    const airspace = firAt(index, positionAlong(path, (fromNm + toNm) / 2));
    const before = visits.at(-1);
    const exit = positionAlong(path, toNm);
    if (before !== undefined && before.airspace === airspace) {
      before.toNm = toNm;
      before.exit = exit;
    } else {
      visits.push({ airspace, fromNm, toNm, entry: before?.exit ?? positionAlong(path, 0), exit });
    }
    fromNm = toNm;
    if (toNm === path.totalNm) break;
  }
  return visits;
}

/**
 * The visits with those shorter than `limitNm` taken in by their neighbours: shortest first, between two stretches of
 * one FIR all three become one, else the longer neighbour takes it. The first and the last visit always stay: they
 * are the FIRs of departure and destination.
 */
export function mergeMicroVisits(visits: readonly FirVisit[], limitNm: number): MergedVisit[] {
  const result: MergedVisit[] = visits.map((visit) => ({ ...visit, merged: [] }));
  for (;;) {
    const number = shortestInside(result, limitNm);
    const [before, short, after] = [result[number - 1], result[number], result[number + 1]];
    if (before === undefined || short === undefined || after === undefined) return result;
    if (before.airspace === after.airspace) {
      const merged = [...before.merged, own(short), ...short.merged, ...after.merged];
      result.splice(number - 1, 3, { ...before, toNm: after.toNm, exit: after.exit, merged });
    } else if (lengthOf(before) >= lengthOf(after)) {
      const merged = [...before.merged, own(short), ...short.merged];
      result.splice(number - 1, 2, { ...before, toNm: short.toNm, exit: short.exit, merged });
    } else {
      const merged = [own(short), ...short.merged, ...after.merged];
      result.splice(number, 2, { ...after, fromNm: short.fromNm, entry: short.entry, merged });
    }
  }
}

function own({ merged: _, ...visit }: MergedVisit): FirVisit {
  return visit;
}

function lengthOf(visit: FirVisit): number {
  return visit.toNm - visit.fromNm;
}

/** Index of the shortest visit under the limit between the first and the last one, -1 for none. */
function shortestInside(visits: readonly FirVisit[], limitNm: number): number {
  let shortest = -1;
  let least = limitNm;
  for (const [number, visit] of visits.entries()) {
    if (number === 0 || number === visits.length - 1 || lengthOf(visit) >= least) continue;
    least = lengthOf(visit);
    shortest = number;
  }
  return shortest;
}

/** Metres along a geodesic where it meets an edge, in no order. */
function hitsOn(line: GeodesicLine, index: AirspaceIndex): number[] {
  const hits: number[] = [];
  const { alongM, lat, lon } = line.chords();
  for (let at = 0; at + 1 < alongM.length; at++) {
    const [y0 = 0, y1 = 0] = [lat[at], lat[at + 1]];
    // Chords run on across the antimeridian; the data does not.
    const turn = (lon[at] ?? 0) > 180 ? 360 : (lon[at] ?? 0) < -180 ? -360 : 0;
    const x0 = (lon[at] ?? 0) - turn;
    const x1 = (lon[at + 1] ?? 0) - turn;
    const [west, east] = x0 < x1 ? [x0, x1] : [x1, x0];
    index.edgesIn(west, Math.min(y0, y1), east, Math.max(y0, y1), (edge) => {
      const [aLon = 0, aLat = 0, bLon = 0, bLat = 0] = index.edges.subarray(edge * 4, edge * 4 + 4);
      const side = (x: number, y: number) => (bLon - aLon) * (y - aLat) - (bLat - aLat) * (x - aLon);
      const s0 = side(x0, y0);
      const s1 = side(x1, y1);
      if (s0 > 0 === s1 > 0 && s0 !== 0 && s1 !== 0) return;
      if (s0 === 0 && s1 === 0) return;
      const sideA = (x1 - x0) * (aLat - y0) - (y1 - y0) * (aLon - x0);
      const sideB = (x1 - x0) * (bLat - y0) - (y1 - y0) * (bLon - x0);
      if (sideA > 0 === sideB > 0 && sideA !== 0 && sideB !== 0) return;
      const sideAt = (metres: number) => {
        const point = line.track(metres);
        return side(point.lon - turn, point.lat);
      };
      hits.push(root(sideAt, alongM[at] ?? 0, s0, alongM[at + 1] ?? 0, s1));
    });
  }
  return hits;
}

/** Where a function that changes sign between two places is zero: regula falsi with the Illinois step. */
function root(f: (x: number) => number, x0: number, f0: number, x1: number, f1: number): number {
  if (f0 === 0) return x0;
  if (f1 === 0) return x1;
  let [a, fa, b, fb] = [x0, f0, x1, f1];
  for (let step = 0; step < 60; step++) {
    const x = (a * fb - b * fa) / (fb - fa);
    const fx = f(x);
    if (fx === 0) return x;
    const moved = Math.abs(x - b);
    if (fx > 0 === fb > 0) {
      [b, fb] = [x, fx];
      fa /= 2;
    } else {
      [a, fa] = [b, fb];
      [b, fb] = [x, fx];
    }
    if (moved < PRECISION_M || Math.abs(b - a) < PRECISION_M) return b;
  }
  return b;
}
