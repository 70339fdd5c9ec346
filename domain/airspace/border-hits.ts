import { departureM } from "../geo/chords.ts";
import type { GeodesicLine } from "../geo/geodesic.ts";
import type { Path } from "../geo/path.ts";
import { METRES_PER_NM } from "../units.ts";
import { type EdgeGrid, edgesInBox } from "./edge-grid.ts";

/** Metres of one degree of latitude where it is shortest, at the equator. */
const METRES_PER_DEGREE = 110_574;
/** A chord this close to its geodesic is cut for good; the hit is then moved onto the geodesic itself. */
const CLOSE_M = 0.05;
/** How near a border counts as touching it. */
const TOUCH_M = 0.02;
const SHORTEST_CHORD_M = 20;
/** Residual distance from the edge in metres at which a hit is settled. */
const SETTLED_M = 0.001;

type Stop = { alongM: number; lon: number; lat: number };
type Search = { grid: EdgeGrid; line: GeodesicLine; shiftDeg: number; hitsM: number[] };

/**
 * Distances in NM along the path, ascending, at which it meets an edge of the grid: crossings to a few
 * millimetres, and also touches and the ends of stretches along an edge, so that between two neighbouring hits the path
 * is on one side of every border.
 *
 * Each geodesic is followed in chords; a chord that comes near an edge is halved until it lies within 5 cm of
 * the geodesic, so that it also decides rightly beside a vertex which of two edges is met.
 */
export function borderHits(path: Path, grid: EdgeGrid): number[] {
  const hits: number[] = [];
  const seen = new Int32Array(grid.edges.length / 4);
  let question = 0;
  path.lines.forEach((line, index) => {
    const startNm = path.startNm[index] ?? 0;
    const chords = line.chords();
    const found: number[] = [];
    for (let i = 1; i < chords.alongM.length; i++) {
      const from = stopAt(chords, i - 1);
      const to = stopAt(chords, i);
      for (const shiftDeg of shiftsInto(grid, from.lon, to.lon)) {
        question++;
        found.length = 0;
        const margin = marginDeg(from, to);
        edgesInBox(
          grid,
          Math.min(from.lon, to.lon) + shiftDeg - margin,
          Math.min(from.lat, to.lat) - margin,
          Math.max(from.lon, to.lon) + shiftDeg + margin,
          Math.max(from.lat, to.lat) + margin,
          found,
          seen,
          question,
        );
        if (found.length === 0) continue;
        const search: Search = { grid, line, shiftDeg, hitsM: [] };
        searchBetween(search, shifted(from, shiftDeg), shifted(to, shiftDeg), found);
        for (const hitM of search.hitsM) {
          hits.push(startNm + Math.min(line.distanceNm, Math.max(0, hitM / METRES_PER_NM)));
        }
      }
    }
  });
  return hits.sort((a, b) => a - b);
}

function searchBetween(search: Search, from: Stop, to: Stop, edges: readonly number[]): void {
  const margin = marginDeg(from, to);
  const near = edges.filter((edge) => mayMeet(search.grid.edges, edge, from, to, margin));
  if (near.length === 0) return;
  const lengthM = to.alongM - from.alongM;
  if (lengthM <= SHORTEST_CHORD_M || departure(from, to) <= CLOSE_M) {
    for (const edge of near) meet(search, edge, from, to);
    return;
  }
  const middleM = from.alongM + lengthM / 2;
  const middle = stopOn(search, middleM);
  searchBetween(search, from, middle, near);
  searchBetween(search, middle, to, near);
}

/** Records where the chord meets the edge; both are known to come within the margin of each other. */
function meet(search: Search, edge: number, from: Stop, to: Stop): void {
  const side0 = sideOf(search.grid.edges, edge, from);
  const side1 = sideOf(search.grid.edges, edge, to);
  if ((side0 < 0 && side1 > 0) || (side0 > 0 && side1 < 0)) {
    search.hitsM.push(settle(search, edge, from, side0, to, side1));
    return;
  }
  const { edges } = search.grid;
  for (const end of [edge * 4, edge * 4 + 2]) {
    search.hitsM.push(nearestAlong(from, to, edges[end] ?? 0, edges[end + 1] ?? 0));
  }
}

/** Regula falsi with the Illinois change on the true geodesic, between two stops on either side of the edge. */
function settle(search: Search, edge: number, from: Stop, side0: number, to: Stop, side1: number): number {
  let a = from.alongM;
  let b = to.alongM;
  let sideA = side0;
  let sideB = side1;
  let guess = a;
  for (let round = 0; round < 40; round++) {
    guess = (a * sideB - b * sideA) / (sideB - sideA);
    const side = sideOf(search.grid.edges, edge, stopOn(search, guess));
    if (Math.abs(side) * METRES_PER_DEGREE < SETTLED_M) break;
    if (side < 0 === sideB < 0) {
      b = guess;
      sideB = side;
      sideA /= 2;
    } else {
      a = guess;
      sideA = side;
      sideB /= 2;
    }
  }
  return guess;
}

/** Whether geodesic and edge can meet: neither lies wholly on one side of the other, by more than the margin. */
function mayMeet(edges: Float64Array, edge: number, from: Stop, to: Stop, margin: number): boolean {
  const at = edge * 4;
  const x1 = edges[at] ?? 0;
  const y1 = edges[at + 1] ?? 0;
  const x2 = edges[at + 2] ?? 0;
  const y2 = edges[at + 3] ?? 0;
  if (Math.max(from.lon, to.lon) < Math.min(x1, x2) - margin) return false;
  if (Math.min(from.lon, to.lon) > Math.max(x1, x2) + margin) return false;
  if (Math.max(from.lat, to.lat) < y1 - margin || Math.min(from.lat, to.lat) > y2 + margin) return false;
  const side0 = sideOf(edges, edge, from);
  const side1 = sideOf(edges, edge, to);
  if ((side0 > margin && side1 > margin) || (side0 < -margin && side1 < -margin)) return false;
  const dx = to.lon - from.lon;
  const dy = to.lat - from.lat;
  const length = Math.sqrt(dx * dx + dy * dy);
  if (length === 0) return true;
  const end1 = (dx * (y1 - from.lat) - dy * (x1 - from.lon)) / length;
  const end2 = (dx * (y2 - from.lat) - dy * (x2 - from.lon)) / length;
  return !((end1 > margin && end2 > margin) || (end1 < -margin && end2 < -margin));
}

/** Signed distance in degrees of the plane from the line through the edge. */
function sideOf(edges: Float64Array, edge: number, stop: Stop): number {
  const at = edge * 4;
  const x1 = edges[at] ?? 0;
  const y1 = edges[at + 1] ?? 0;
  const dx = (edges[at + 2] ?? 0) - x1;
  const dy = (edges[at + 3] ?? 0) - y1;
  return (dx * (stop.lat - y1) - dy * (stop.lon - x1)) / Math.sqrt(dx * dx + dy * dy);
}

function nearestAlong(from: Stop, to: Stop, lon: number, lat: number): number {
  const dx = to.lon - from.lon;
  const dy = to.lat - from.lat;
  const square = dx * dx + dy * dy;
  const share = square === 0 ? 0 : ((lon - from.lon) * dx + (lat - from.lat) * dy) / square;
  return from.alongM + Math.min(1, Math.max(0, share)) * (to.alongM - from.alongM);
}

function departure(from: Stop, to: Stop): number {
  return departureM(to.alongM - from.alongM, Math.max(Math.abs(from.lat), Math.abs(to.lat)));
}

/** Margin in degrees of the plane: a degree of longitude is shorter than one of latitude by cos(latitude). */
function marginDeg(from: Stop, to: Stop): number {
  const latitude = Math.min(89.9, Math.max(Math.abs(from.lat), Math.abs(to.lat)) + 0.5);
  return (departure(from, to) + TOUCH_M) / (METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180));
}

function stopOn(search: Search, alongM: number): Stop {
  const point = search.line.track(alongM);
  return { alongM, lon: point.lon + search.shiftDeg, lat: point.lat };
}

function stopAt(chords: { alongM: Float64Array; lon: Float64Array; lat: Float64Array }, i: number): Stop {
  return { alongM: chords.alongM[i] ?? 0, lon: chords.lon[i] ?? 0, lat: chords.lat[i] ?? 0 };
}

function shifted(stop: Stop, shiftDeg: number): Stop {
  return shiftDeg === 0 ? stop : { ...stop, lon: stop.lon + shiftDeg };
}

/** Whole turns that bring a stretch of longitude onto the data; a line that runs on across 180 needs them. */
function shiftsInto(grid: EdgeGrid, lon0: number, lon1: number): number[] {
  const west = Math.min(lon0, lon1);
  const east = Math.max(lon0, lon1);
  return [-720, -360, 0, 360, 720].filter(
    (turn) => east + turn >= grid.west - 1 && west + turn <= grid.east + 1,
  );
}
