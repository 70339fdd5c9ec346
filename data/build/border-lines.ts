import { mesh } from "topojson-client";
import { objectOf, readTopology } from "./topology.ts";

export type Point = [number, number];

/** Lines of the Natural Earth 1:10m State borders, coasts left out, as `[longitude, latitude]`. */
export function borderLines(): Point[][] {
  const topology = readTopology("world-atlas/countries-10m.json");
  // `mesh` runs its lines through points where three States meet; a border ends there.
  const lines = mesh(topology, objectOf(topology, "countries"), (a, b) => a !== b).coordinates as Point[][];
  return joined(lines);
}

/** Lines between points where other than two segments meet; closed where there is no such point. */
function joined(lines: readonly Point[][]): Point[][] {
  const neighbours = new Map<string, Point[]>();
  const beside = (point: Point) => {
    const list = neighbours.get(String(point)) ?? [];
    neighbours.set(String(point), list);
    return list;
  };
  for (const line of lines) {
    for (let at = 0; at + 1 < line.length; at++) {
      const [a, b] = [line[at], line[at + 1]];
      if (a === undefined || b === undefined || beside(a).some((other) => same(other, b))) continue;
      beside(a).push(b);
      beside(b).push(a);
    }
  }
  const used = new Set<string>();
  const walk = (start: Point, next: Point): Point[] => {
    const line = [start];
    let [before, here] = [start, next];
    for (;;) {
      used.add(`${before} ${here}`).add(`${here} ${before}`);
      line.push(here);
      const around = neighbours.get(String(here)) ?? [];
      const onward = around.find((point) => !same(point, before));
      if (around.length !== 2 || onward === undefined || used.has(`${here} ${onward}`)) return line;
      [before, here] = [here, onward];
    }
  };
  const found: Point[][] = [];
  const points = lines.flat();
  for (const ends of [true, false]) {
    for (const point of points) {
      const around = neighbours.get(String(point)) ?? [];
      if (ends === (around.length === 2)) continue;
      for (const next of around) if (!used.has(`${point} ${next}`)) found.push(walk(point, next));
    }
  }
  return found;
}

/**
 * The part of a border line between two points that passes near a third, from the first to the last; null where no
 * line passes within `withinDeg` of the point on the way. A ring may be followed either way round.
 */
export function alongBorder(
  lines: readonly Point[][],
  [from, via, to]: readonly [Point, Point, Point],
  withinDeg: number,
): Point[] | null {
  let best: { line: Point[]; distance: number } | null = null;
  for (const line of lines) {
    const { distance } = project(line, via);
    if (distance < (best?.distance ?? withinDeg)) best = { line, distance };
  }
  if (best === null) return null;
  const { line } = best;
  const [start, middle, end] = [project(line, from), project(line, via), project(line, to)];
  const closed = line.length > 3 && same(line[0], line.at(-1));
  const between = (a: Projection, b: Projection, point: Projection) =>
    (point.along >= a.along && point.along <= b.along) || (point.along >= b.along && point.along <= a.along);
  if (!closed || between(start, end, middle)) return part(line, start, end);
  // The other way round the ring: over its seam.
  const seam = line.length - 1;
  const [first, second] = start.along < end.along ? [0, seam] : [seam, 0];
  const toSeam = part(line, start, { along: first, point: line[0] ?? from, distance: 0 });
  const fromSeam = part(line, { along: second, point: line[0] ?? to, distance: 0 }, end);
  return [...toSeam, ...fromSeam.slice(1)];
}

type Projection = { along: number; point: Point; distance: number };

/** Nearest place of a line to a point; `along` counts vertices. Plane of longitude and latitude. */
function project(line: readonly Point[], [x, y]: Point): Projection {
  let best: Projection = { along: 0, point: line[0] ?? [0, 0], distance: Infinity };
  for (let at = 0; at + 1 < line.length; at++) {
    const [ax, ay] = line[at] ?? [0, 0];
    const [bx, by] = line[at + 1] ?? [0, 0];
    const square = (bx - ax) ** 2 + (by - ay) ** 2;
    const share = square === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / square;
    const t = Math.max(0, Math.min(1, share));
    const point: Point = [ax + t * (bx - ax), ay + t * (by - ay)];
    const distance = Math.hypot(x - point[0], y - point[1]);
    if (distance < best.distance) best = { along: at + t, point, distance };
  }
  return best;
}

function part(line: readonly Point[], from: Projection, to: Projection): Point[] {
  if (from.along > to.along) return part(line, to, from).toReversed();
  const inside = line.filter((_, at) => at > from.along && at < to.along);
  return [from.point, ...inside, to.point];
}

function same(a: Point | undefined, b: Point | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}
