import type { Position } from "../geo/position.ts";
import type { Airspace } from "./airspace.ts";

/**
 * Airspaces prepared for questions. Every distinct edge stands once, whichever of two neighbours names it first and
 * in whichever direction, so that both sides of a limit are cut at the same point to the last bit.
 */
export type AirspaceIndex = {
  airspaces: readonly Airspace[];
  /** `[longitude, latitude, longitude, latitude]` of each edge, the lesser end first. */
  edges: Float64Array;
  /** Indexes of the one or two airspaces of each edge; -1 where there is only one. */
  owners: Int32Array;
  /** Calls `visit` once for each edge whose box meets this box, in degrees. */
  edgesIn(west: number, south: number, east: number, north: number, visit: (edge: number) => void): void;
  /** Boxes of the airspaces as `[west, south, east, north]` in degrees. */
  boxes: Float64Array;
};

/** Side of a cell of the grid over the edges, in degrees. */
const CELL_DEG = 1;

const prepared = new WeakMap<readonly Airspace[], AirspaceIndex>();

/** The index over these airspaces, made once for each array. */
export function airspaceIndexOf(airspaces: readonly Airspace[]): AirspaceIndex {
  const known = prepared.get(airspaces);
  if (known !== undefined) return known;
  const index = build(airspaces);
  prepared.set(airspaces, index);
  return index;
}

/** The FIR over a point, null where the data has none. A point on a limit belongs to one of its neighbours. */
export function firAt(index: AirspaceIndex, at: Position): Airspace | null {
  for (const [number, airspace] of index.airspaces.entries()) {
    if (airspace.kind !== "fir") continue;
    const [west = 0, south = 0, east = 0, north = 0] = index.boxes.subarray(number * 4, number * 4 + 4);
    if (at.lon < west || at.lon > east || at.lat < south || at.lat > north) continue;
    if (airspace.polygons.some((rings) => isInside(rings, at))) return airspace;
  }
  return null;
}

/** Even-odd rule over all rings of a polygon, edges straight in the longitude/latitude plane. */
function isInside(rings: Airspace["polygons"][number], at: Position): boolean {
  let inside = false;
  for (const ring of rings) {
    let [fromLon, fromLat] = ring[ring.length - 1] ?? [0, 0];
    for (const [toLon, toLat] of ring) {
      if (toLat > at.lat !== fromLat > at.lat) {
        // The same lesser-first order as the index, so that both neighbours see the same point of the edge.
        const [aLon, aLat, bLon, bLat] =
          fromLat < toLat ? [fromLon, fromLat, toLon, toLat] : [toLon, toLat, fromLon, fromLat];
        if (at.lon < aLon + ((at.lat - aLat) / (bLat - aLat)) * (bLon - aLon)) inside = !inside;
      }
      fromLon = toLon;
      fromLat = toLat;
    }
  }
  return inside;
}

function build(airspaces: readonly Airspace[]): AirspaceIndex {
  const numbers = new Map<string, number>();
  const ends: number[] = [];
  const owners: number[] = [];
  const boxes = new Float64Array(airspaces.length * 4);
  for (const [owner, airspace] of airspaces.entries()) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const ring of airspace.polygons.flat()) {
      for (let at = 0; at + 1 < ring.length; at++) {
        const from = ring[at];
        const to = ring[at + 1];
        if (from === undefined || to === undefined) continue;
        west = Math.min(west, from[0]);
        east = Math.max(east, from[0]);
        south = Math.min(south, from[1]);
        north = Math.max(north, from[1]);
        const [a, b] = from[0] < to[0] || (from[0] === to[0] && from[1] <= to[1]) ? [from, to] : [to, from];
        if (a[0] === b[0] && a[1] === b[1]) continue;
        const key = `${a[0]} ${a[1]} ${b[0]} ${b[1]}`;
        const number = numbers.get(key);
        if (number === undefined) {
          numbers.set(key, owners.length / 2);
          ends.push(a[0], a[1], b[0], b[1]);
          owners.push(owner, -1);
        } else if (owners[number * 2] !== owner) owners[number * 2 + 1] = owner;
      }
    }
    boxes.set([west, south, east, north], owner * 4);
  }
  const edges = Float64Array.from(ends);
  return { airspaces, edges, owners: Int32Array.from(owners), boxes, edgesIn: gridOver(edges) };
}

/** Edges by the cells that their boxes meet. */
function gridOver(edges: Float64Array): AirspaceIndex["edgesIn"] {
  const cells = new Map<number, number[]>();
  const cell = (degrees: number) => Math.floor(degrees / CELL_DEG);
  const key = (column: number, row: number) => column * 1_000 + row;
  const count = edges.length / 4;
  for (let edge = 0; edge < count; edge++) {
    const [aLon = 0, aLat = 0, bLon = 0, bLat = 0] = edges.subarray(edge * 4, edge * 4 + 4);
    for (let column = cell(aLon); column <= cell(bLon); column++) {
      for (let row = cell(Math.min(aLat, bLat)); row <= cell(Math.max(aLat, bLat)); row++) {
        const list = cells.get(key(column, row));
        if (list === undefined) cells.set(key(column, row), [edge]);
        else list.push(edge);
      }
    }
  }
  // An edge in several cells is visited once: it carries the number of the last question that saw it.
  const seen = new Int32Array(count);
  let question = 0;
  return (west, south, east, north, visit) => {
    question += 1;
    for (let column = cell(west); column <= cell(east); column++) {
      for (let row = cell(south); row <= cell(north); row++) {
        const list = cells.get(key(column, row));
        if (list === undefined) continue;
        for (const edge of list) {
          if (seen[edge] === question) continue;
          seen[edge] = question;
          const at = edge * 4;
          if ((edges[at] ?? 0) > east || (edges[at + 2] ?? 0) < west) continue;
          const aLat = edges[at + 1] ?? 0;
          const bLat = edges[at + 3] ?? 0;
          if (Math.min(aLat, bLat) > north || Math.max(aLat, bLat) < south) continue;
          visit(edge);
        }
      }
    }
  };
}
