import type { Frame, Point } from "./map-projection.ts";

/** Points nearer to the last one than this add nothing on paper. */
const FINEST_PT = 0.3;

/** The part of a ring inside the frame, its edge included (Sutherland and Hodgman 1974); empty when there is none. */
export function clippedRing(ring: readonly Point[], { width, height }: Frame): Point[] {
  let points: Point[] = thinned(ring);
  for (const [axis, limit, side] of [
    [0, 0, 1],
    [0, width, -1],
    [1, 0, 1],
    [1, height, -1],
  ] as const) {
    const kept: Point[] = [];
    let from = points.at(-1);
    for (const to of points) {
      if (from === undefined) break;
      const fromIn = (from[axis] - limit) * side >= 0;
      const toIn = (to[axis] - limit) * side >= 0;
      if (fromIn !== toIn) kept.push(between(from, to, (limit - from[axis]) / (to[axis] - from[axis])));
      if (toIn) kept.push(to);
      from = to;
    }
    points = kept;
  }
  return points.length < 3 ? [] : points;
}

/** The pieces of a line inside the frame (Liang and Barsky 1984). */
export function clippedLine(line: readonly Point[], frame: Frame): Point[][] {
  const pieces: Point[][] = [];
  let piece: Point[] = [];
  const points = thinned(line);
  for (const [index, to] of points.entries()) {
    const from = points[index - 1];
    if (from === undefined) continue;
    const inside = insidePart(from, to, frame);
    if (inside === null) {
      if (piece.length > 1) pieces.push(piece);
      piece = [];
      continue;
    }
    const [start, end] = inside;
    if (start > 0 || piece.length === 0) {
      if (piece.length > 1) pieces.push(piece);
      piece = [between(from, to, start)];
    }
    piece.push(between(from, to, end));
  }
  if (piece.length > 1) pieces.push(piece);
  return pieces;
}

/** Without the points that lie almost on the one before; the last point stays. */
function thinned(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  let last: Point | null = null;
  for (const [index, point] of points.entries()) {
    const near = last !== null && Math.hypot(point[0] - last[0], point[1] - last[1]) < FINEST_PT;
    if (near && index < points.length - 1) continue;
    kept.push(point);
    last = point;
  }
  return kept;
}

function insidePart(from: Point, to: Point, { width, height }: Frame): [number, number] | null {
  let start = 0;
  let end = 1;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  for (const [step, room] of [
    [-dx, from[0]],
    [dx, width - from[0]],
    [-dy, from[1]],
    [dy, height - from[1]],
  ] as const) {
    if (step === 0) {
      if (room < 0) return null;
      continue;
    }
    if (step < 0) start = Math.max(start, room / step);
    else end = Math.min(end, room / step);
  }
  return start > end ? null : [start, end];
}

function between(from: Point, to: Point, share: number): Point {
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}
