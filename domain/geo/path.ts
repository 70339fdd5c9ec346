import { type GeodesicLine, geodesicLine } from "./geodesic.ts";
import type { Position } from "./position.ts";

/** Geodesics from point to point. `startNm[i]` is how far along the path `lines[i]` begins. */
export type Path = {
  points: readonly Position[];
  lines: readonly GeodesicLine[];
  startNm: readonly number[];
  totalNm: number;
};

/** The path through these points in order; no point or one point gives a path without lines and 0 NM. */
export function pathOf(points: readonly Position[]): Path {
  const lines: GeodesicLine[] = [];
  const startNm: number[] = [];
  let totalNm = 0;
  let from: Position | null = null;
  for (const point of points) {
    if (from !== null) {
      const line = geodesicLine(from, point);
      lines.push(line);
      startNm.push(totalNm);
      totalNm += line.distanceNm;
    }
    from = point;
  }
  return { points, lines, startNm, totalNm };
}

/** Point so many NM along the path; distances outside the path give its ends. A path without points has none. */
export function positionAlong(path: Path, distanceNm: number): Position {
  const last = path.points[path.points.length - 1];
  // Not by its line: the sum of the lengths before it is rounded.
  if (last !== undefined && distanceNm >= path.totalNm) return last;
  const index = lineAt(path, distanceNm);
  const line = path.lines[index];
  if (line !== undefined) return line.at(distanceNm - (path.startNm[index] ?? 0));
  if (last === undefined) throw new Error("A path without points has no position");
  return last;
}

/** Index of the last line that begins at or before the distance, found by halving. */
function lineAt(path: Path, distanceNm: number): number {
  let low = 0;
  let high = path.lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((path.startNm[middle] ?? 0) <= distanceNm) low = middle;
    else high = middle - 1;
  }
  return low;
}
