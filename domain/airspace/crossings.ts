import { type Path, positionAlong } from "../geo/path.ts";
import type { Position } from "../geo/position.ts";
import { METRES_PER_NM } from "../units.ts";
import type { Airspace } from "./airspace.ts";
import { type AirspaceIndex, firAt } from "./airspace-index.ts";
import { borderHits } from "./border-hits.ts";

/** A stretch of the path inside one FIR; `airspace` is null where the data has none. */
export type FirVisit = {
  airspace: Airspace | null;
  fromNm: number;
  toNm: number;
  entry: Position;
  exit: Position;
};

/** A visit with the short visits that were merged into it, in flight order. */
export type MergedVisit = FirVisit & { merged: FirVisit[] };

/** Stretches shorter than one metre are rounding, not visits. */
const SHORTEST_NM = 1 / METRES_PER_NM;

/**
 * The FIRs along the path in flight order. The visits cover 0..`totalNm` without holes or overlaps; neighbours
 * differ. Entries lie within a centimetre of the border of the data, whose edges are straight in the
 * longitude/latitude plane (RFC 7946). A path without points gives no visit, one without length gives one.
 */
export function firVisits(path: Path, index: AirspaceIndex): FirVisit[] {
  if (path.points.length === 0) return [];
  const cuts = cutsOf(path, index);
  const stretches: { airspace: Airspace | null; fromNm: number; toNm: number }[] = [];
  for (let i = 1; i < cuts.length; i++) {
    const fromNm = cuts[i - 1] ?? 0;
    const toNm = cuts[i] ?? 0;
    const airspace = firAt(index, positionAlong(path, (fromNm + toNm) / 2));
    const last = stretches[stretches.length - 1];
    if (last !== undefined && last.airspace === airspace) last.toNm = toNm;
    else stretches.push({ airspace, fromNm, toNm });
  }
  return stretches.map((stretch) => ({
    ...stretch,
    entry: positionAlong(path, stretch.fromNm),
    exit: positionAlong(path, stretch.toNm),
  }));
}

/**
 * Gives every visit shorter than the limit to a neighbour, the shortest first: joins both neighbours when they
 * are the same FIR, else goes to the longer one. The first and the last visit and those that hold one of `stopsNm`
 * always stay: the aircraft stands there. What was merged is kept in `merged`, flattened and in flight order. Covers the same distance.
 */
export function mergeMicroVisits(
  visits: readonly FirVisit[],
  limitNm: number,
  stopsNm: readonly number[] = [],
): MergedVisit[] {
  const result: MergedVisit[] = visits.map((visit) => ({ ...visit, merged: [] }));
  const shortest = () => shortestInside(result, limitNm, stopsNm);
  for (let at = shortest(); at > 0; at = shortest()) {
    const before = result[at - 1];
    const short = result[at];
    const after = result[at + 1];
    if (before === undefined || short === undefined || after === undefined) break;
    if (before.airspace === after.airspace) {
      result.splice(at - 1, 3, join(join(before, short, before), after, before));
    } else if (lengthOf(after) > lengthOf(before)) result.splice(at, 2, join(short, after, after));
    else result.splice(at - 1, 2, join(before, short, before));
  }
  return result;
}

/** Distances at which the path is cut: its ends, and the hits that lie a metre or more from the cut before. */
function cutsOf(path: Path, index: AirspaceIndex): number[] {
  const cuts = [0];
  let last = 0;
  for (const hit of borderHits(path, index.grid)) {
    if (hit - last < SHORTEST_NM || path.totalNm - hit < SHORTEST_NM) continue;
    cuts.push(hit);
    last = hit;
  }
  cuts.push(path.totalNm);
  return cuts;
}

function shortestInside(visits: readonly MergedVisit[], limitNm: number, stopsNm: readonly number[]): number {
  let found = -1;
  let shortest = limitNm;
  for (let at = 1; at < visits.length - 1; at++) {
    const visit = visits[at];
    if (visit === undefined || stopsNm.some((stop) => stop >= visit.fromNm && stop <= visit.toNm)) continue;
    if (lengthOf(visit) < shortest) {
      shortest = lengthOf(visit);
      found = at;
    }
  }
  return found;
}

/** Both as one visit of the FIR of `owner`; the part of another FIR goes to `merged`. */
function join(first: MergedVisit, second: MergedVisit, owner: MergedVisit): MergedVisit {
  const pieces = [first, second].flatMap((visit) =>
    visit.airspace === owner.airspace ? visit.merged : piecesOf(visit),
  );
  return {
    airspace: owner.airspace,
    fromNm: first.fromNm,
    toNm: second.toNm,
    entry: first.entry,
    exit: second.exit,
    merged: pieces,
  };
}

/** A visit that is merged away, with what it had taken before, as plain visits in flight order. */
function piecesOf(visit: MergedVisit): FirVisit[] {
  const { merged, ...own } = visit;
  const pieces: FirVisit[] = [];
  let fromNm = own.fromNm;
  let entry = own.entry;
  for (const piece of merged) {
    if (piece.fromNm > fromNm) pieces.push({ ...own, fromNm, entry, toNm: piece.fromNm, exit: piece.entry });
    pieces.push(piece);
    fromNm = piece.toNm;
    entry = piece.exit;
  }
  if (own.toNm > fromNm) pieces.push({ ...own, fromNm, entry });
  return pieces;
}
function lengthOf(visit: FirVisit): number {
  return visit.toNm - visit.fromNm;
}
