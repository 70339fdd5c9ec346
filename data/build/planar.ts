import Coordinate from "jsts/org/locationtech/jts/geom/Coordinate.js";
import GeometryFactory from "jsts/org/locationtech/jts/geom/GeometryFactory.js";
import Polygonizer from "jsts/org/locationtech/jts/operation/polygonize/Polygonizer.js";
import UnaryUnionOp from "jsts/org/locationtech/jts/operation/union/UnaryUnionOp.js";
import type { Point } from "./border-lines.ts";

/** A face between lines: the outer ring first, then its holes; rings closed. */
export type Face = Point[][];

type Sequence = { getCoordinates(): { x: number; y: number }[] };
type PolygonLike = {
  getExteriorRing(): Sequence;
  getNumInteriorRing(): number;
  getInteriorRingN(n: number): Sequence;
};

const factory = new GeometryFactory();

/** Lines cut where they meet, each piece once: segments as pairs of points on a grid of `grid` degrees. */
export function noded(lines: readonly Point[][], grid: number): [Point, Point][] {
  let pieces = lines.map((line) => onGrid(line, grid)).filter((line) => line.length > 1);
  // Cutting makes points off the grid and rounding them can make new meetings: repeat until nothing changes.
  for (let pass = 0; pass < 10; pass++) {
    const united = UnaryUnionOp.union(
      factory.createMultiLineString(
        pieces.map((line) => factory.createLineString(line.map(([x, y]) => new Coordinate(x, y)))),
      ),
    );
    const cut: Point[][] = [];
    for (let number = 0; number < united.getNumGeometries(); number++) {
      cut.push(
        united
          .getGeometryN(number)
          .getCoordinates()
          .map(({ x, y }: { x: number; y: number }): Point => [x, y]),
      );
    }
    const rounded = cut.map((line) => onGrid(line, grid)).filter((line) => line.length > 1);
    const settled = JSON.stringify(cut.map(sorted).sort()) === JSON.stringify(rounded.map(sorted).sort());
    pieces = rounded;
    if (settled) break;
  }
  const segments = new Map<string, [Point, Point]>();
  for (const line of pieces) {
    for (let at = 0; at + 1 < line.length; at++) {
      const [a, b] = [line[at], line[at + 1]];
      if (a !== undefined && b !== undefined) segments.set(segmentKey(a, b), [a, b]);
    }
  }
  return [...segments.values()];
}

/** The faces that segments enclose. Dangling ends are passed over. */
export function facesOf(segments: Iterable<[Point, Point]>): Face[] {
  const polygonizer = new Polygonizer();
  for (const pair of segments) {
    polygonizer.add(factory.createLineString(pair.map(([x, y]) => new Coordinate(x, y))));
  }
  const points = (ring: Sequence) => ring.getCoordinates().map(({ x, y }): Point => [x, y]);
  return [...(polygonizer.getPolygons().toArray() as PolygonLike[])].map((polygon) => [
    points(polygon.getExteriorRing()),
    ...Array.from({ length: polygon.getNumInteriorRing() }, (_, number) =>
      points(polygon.getInteriorRingN(number)),
    ),
  ]);
}

/** One name for a segment in either direction. */
export function segmentKey(a: Point, b: Point): string {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])
    ? `${a[0]} ${a[1]} ${b[0]} ${b[1]}`
    : `${b[0]} ${b[1]} ${a[0]} ${a[1]}`;
}

/** The segments of all rings of a face. */
export function segmentsOf(face: Face): [Point, Point][] {
  return face.flatMap((ring) => ring.slice(1).map((to, at): [Point, Point] => [ring[at] ?? to, to]));
}

/** Twice the area of a closed ring in square degrees, positive counter-clockwise. */
export function doubleArea(ring: readonly Point[]): number {
  let sum = 0;
  for (let at = 0; at + 1 < ring.length; at++) {
    const [x0, y0] = ring[at] ?? [0, 0];
    const [x1, y1] = ring[at + 1] ?? [0, 0];
    sum += x0 * y1 - x1 * y0;
  }
  return sum;
}

/** Even-odd rule over all rings. */
export function holds(face: Face, [x, y]: Point): boolean {
  let inside = false;
  for (const [[x0, y0], [x1, y1]] of segmentsOf(face)) {
    if (y0 > y !== y1 > y && x < x0 + ((y - y0) / (y1 - y0)) * (x1 - x0)) inside = !inside;
  }
  return inside;
}

function onGrid(line: readonly Point[], grid: number): Point[] {
  const steps = Math.round(1 / grid);
  const round = (value: number) => Math.round(value * steps) / steps;
  const points = line.map(([x, y]): Point => [round(x), round(y)]);
  return points.filter(([x, y], at) => at === 0 || x !== points[at - 1]?.[0] || y !== points[at - 1]?.[1]);
}

function sorted(line: Point[]): string {
  return [line.join(" "), line.toReversed().join(" ")].sort().join();
}
