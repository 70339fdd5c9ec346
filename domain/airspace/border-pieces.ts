import { writeEarthCentred } from "../geo/ellipsoid.ts";
import type { Airspace } from "./airspace.ts";

/**
 * The limit of an airspace as points at most 5 km apart, so that the piece between two of them is straight on
 * the ground to less than a metre; in blocks of consecutive points with their boxes.
 */
export type BorderPieces = {
  /** Longitude and latitude in degrees of each point. */
  lonLat: Float64Array;
  /** Earth-centred coordinates in metres of each point. */
  earthCentred: Float64Array;
  blocks: readonly PieceBlock[];
  west: number;
  south: number;
  east: number;
  north: number;
};

/** The pieces between points `first` and `last` (included). */
type PieceBlock = { first: number; last: number; west: number; south: number; east: number; north: number };

const LONGEST_M = 5_000;
const METRES_PER_DEGREE = 111_320;
const POINTS_PER_BLOCK = 12;

const known = new WeakMap<Airspace, BorderPieces>();

/** The pieces of the airspace's limit, built on first use and kept. */
export function borderPiecesOf(airspace: Airspace): BorderPieces {
  const before = known.get(airspace);
  if (before !== undefined) return before;
  const flat: number[] = [];
  const blocks: PieceBlock[] = [];
  for (const ring of airspace.polygons.flat()) {
    const start = flat.length / 2;
    addRing(ring, flat);
    for (let first = start; first < flat.length / 2 - 1; first += POINTS_PER_BLOCK) {
      const last = Math.min(first + POINTS_PER_BLOCK, flat.length / 2 - 1);
      blocks.push({ first, last, ...boxOf(flat, first, last) });
    }
  }
  const earthCentred = new Float64Array((flat.length / 2) * 3);
  for (let point = 0; point * 2 < flat.length; point++) {
    writeEarthCentred(flat[point * 2 + 1] ?? 0, flat[point * 2] ?? 0, earthCentred, point * 3);
  }
  const box = boxOf(flat, 0, flat.length / 2 - 1);
  const pieces = { lonLat: Float64Array.from(flat), earthCentred, blocks, ...box };
  known.set(airspace, pieces);
  return pieces;
}

/** Cut from the western end of each edge, so that two airspaces cut the edge that they share alike. */
function addRing(ring: ReadonlyArray<readonly [number, number]>, flat: number[]): void {
  let previous: readonly [number, number] | null = null;
  for (const point of ring) {
    if (previous !== null) {
      const dx = (point[0] - previous[0]) * Math.cos((previous[1] * Math.PI) / 180);
      const dy = point[1] - previous[1];
      const parts = Math.ceil((Math.hypot(dx, dy) * METRES_PER_DEGREE) / LONGEST_M);
      const forward = previous[0] < point[0] || (previous[0] === point[0] && previous[1] < point[1]);
      const [a, b] = forward ? [previous, point] : [point, previous];
      for (let part = 1; part < parts; part++) {
        const share = (forward ? part : parts - part) / parts;
        flat.push(a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1]));
      }
    }
    flat.push(point[0], point[1]);
    previous = point;
  }
}

function boxOf(flat: readonly number[], first: number, last: number) {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (let point = first; point <= last; point++) {
    const lon = flat[point * 2] ?? 0;
    const lat = flat[point * 2 + 1] ?? 0;
    if (lon < box.west) box.west = lon;
    if (lon > box.east) box.east = lon;
    if (lat < box.south) box.south = lat;
    if (lat > box.north) box.north = lat;
  }
  return box;
}
