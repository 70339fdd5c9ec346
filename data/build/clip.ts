import type { Point } from "./border-lines.ts";

/** Box of the basemap in degrees. */
export const BOX = { west: 15, east: 100, south: 22, north: 66 };

/** The parts of a line inside the box. */
export function clippedLine(line: readonly Point[]): Point[][] {
  const parts: Point[][] = [];
  let part: Point[] = [];
  for (let at = 0; at + 1 < line.length; at++) {
    const [a, b] = [line[at], line[at + 1]];
    if (a === undefined || b === undefined) continue;
    const inside = clippedSegment(a, b);
    if (inside === null || !same(inside[0], part.at(-1))) {
      if (part.length > 1) parts.push(part);
      part = inside === null ? [] : [inside[0]];
    }
    if (inside !== null) part.push(inside[1]);
  }
  if (part.length > 1) parts.push(part);
  return parts;
}

/**
 * A closed ring cut to the box after Sutherland and Hodgman, null where nothing is left. Where a ring leaves and
 * returns, the result runs along the side of the box: fit for filling, not for outlines.
 */
export function clippedRing(ring: readonly Point[]): Point[] | null {
  const sides: { keeps: (p: Point) => boolean; cut: (a: Point, b: Point) => Point }[] = [
    { keeps: ([x]) => x >= BOX.west, cut: (a, b) => [BOX.west, latAt(a, b, BOX.west)] },
    { keeps: ([x]) => x <= BOX.east, cut: (a, b) => [BOX.east, latAt(a, b, BOX.east)] },
    { keeps: ([, y]) => y >= BOX.south, cut: (a, b) => [lonAt(a, b, BOX.south), BOX.south] },
    { keeps: ([, y]) => y <= BOX.north, cut: (a, b) => [lonAt(a, b, BOX.north), BOX.north] },
  ];
  let points = ring.slice(1);
  for (const { keeps, cut } of sides) {
    const next: Point[] = [];
    for (const [at, here] of points.entries()) {
      const before = points.at(at - 1) ?? here;
      if (keeps(here) !== keeps(before)) next.push(cut(before, here));
      if (keeps(here)) next.push(here);
    }
    points = next;
  }
  const [first] = points;
  return first === undefined || points.length < 3 ? null : [...points, first];
}

/** Points rounded to a number of decimals, equal neighbours once. */
export function rounded(line: readonly Point[], decimals: number): Point[] {
  const scale = 10 ** decimals;
  const round = (value: number) => Math.round(value * scale) / scale;
  const points = line.map(([x, y]): Point => [round(x), round(y)]);
  return points.filter((point, at) => !same(point, points[at - 1]));
}

function clippedSegment(a: Point, b: Point): [Point, Point] | null {
  // Liang and Barsky: the stretch of the segment between its last entry and its first exit.
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [-dx, a[0] - BOX.west],
    [dx, BOX.east - a[0]],
    [-dy, a[1] - BOX.south],
    [dy, BOX.north - a[1]],
  ] as const) {
    if (step === 0) {
      if (room < 0) return null;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  if (from >= to) return null;
  const at = (t: number): Point => (t === 0 ? a : t === 1 ? b : [a[0] + t * dx, a[1] + t * dy]);
  return [at(from), at(to)];
}

function latAt(a: Point, b: Point, lon: number): number {
  return a[1] + ((lon - a[0]) / (b[0] - a[0])) * (b[1] - a[1]);
}

function lonAt(a: Point, b: Point, lat: number): number {
  return a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0]);
}

function same(a: Point | undefined, b: Point | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}
