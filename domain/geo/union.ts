import clipperLib, { type Path, type PolyNode } from "clipper-lib";
import { signedAreaOf } from "./polygon.ts";

const { Clipper, ClipType, PolyFillType, PolyTree, PolyType } = clipperLib;

type RingOfPoints = [number, number][];

/** The clipper works on whole numbers, and below this its products are exact in a JavaScript number. */
const LARGEST = 4.5e7;
/** 1 cm: finer is of no use. */
const MOST_PER_DEGREE = 1e7;
/** What is smaller than this (some 0.1 km2) is rounding between two outlines, not an island or a hole. */
const SMALLEST = 1e-5;

/**
 * Polygons of everything that the rings go round at least once, for rings that run counter-clockwise and may
 * cross themselves and each other (Vatti's clipping by Clipper, nonzero rule). Result as RFC 7946: rings closed,
 * outer ring first and counter-clockwise, holes clockwise. Points are rounded to 0.5 m at most, to 0.1 m on
 * routes of 40 degrees or less.
 */
export function united(rings: readonly RingOfPoints[]): RingOfPoints[][] {
  const grid = gridFor(rings);
  const clipper = new SparingClipper();
  clipper.StrictlySimple = true;
  clipper.AddPaths(
    rings.map((ring) =>
      ring.map(([lon, lat]) => ({
        X: Math.round((lon - grid.lon) * grid.perDegree),
        Y: Math.round((lat - grid.lat) * grid.perDegree),
      })),
    ),
    PolyType.ptSubject,
    true,
  );
  const tree = new PolyTree();
  clipper.Execute(ClipType.ctUnion, tree, PolyFillType.pftNonZero, PolyFillType.pftNonZero);
  const polygons: RingOfPoints[][] = [];
  collect(tree, grid, polygons);
  return polygons;
}

type Ring = { Pts: RingPoint | null };
type RingPoint = { Pt: { X: number; Y: number }; Next: RingPoint };

const compareEachPair = (Clipper.prototype as unknown as { DoSimplePolygons(): void }).DoSimplePolygons;

/**
 * To part rings at points that they pass twice, Clipper compares each point with each other, a third of all the work of
 * a frame of a drag. Hardly any outline has such a point, and that is seen at once.
 */
class SparingClipper extends Clipper {
  declare m_PolyOuts: Ring[];

  DoSimplePolygons(): void {
    if (this.m_PolyOuts.some(passesTwice)) compareEachPair.call(this);
  }
}

function passesTwice({ Pts: first }: Ring): boolean {
  const seen = new Set<number>();
  for (let point = first; point !== null; point = point.Next === first ? null : point.Next) {
    const key = (point.Pt.X + LARGEST) * 2 * LARGEST + point.Pt.Y;
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
}

type Grid = { lon: number; lat: number; perDegree: number };

/** Counts from the middle of all rings, so that even routes round the Earth stay below the largest number. */
function gridFor(rings: readonly RingOfPoints[]): Grid {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of rings.flat()) {
    if (lon < west) west = lon;
    if (lon > east) east = lon;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  const half = Math.max(east - west, north - south) / 2;
  return {
    lon: (west + east) / 2,
    lat: (south + north) / 2,
    perDegree: Math.min(MOST_PER_DEGREE, LARGEST / half),
  };
}

/** Outer rings stand under the root and under holes, holes under outer rings; Clipper winds them as wanted. */
function collect(parent: PolyNode, grid: Grid, polygons: RingOfPoints[][]): void {
  for (const outer of parent.Childs()) {
    const outline = ringOf(outer.Contour(), grid);
    const polygon = outline === null ? [] : [outline];
    for (const hole of outer.Childs()) {
      const inside = ringOf(hole.Contour(), grid);
      if (inside !== null) polygon.push(inside);
      collect(hole, grid, polygons);
    }
    if (outline !== null) polygons.push(polygon);
  }
}

function ringOf(path: Path, grid: Grid): RingOfPoints | null {
  const ring = path.map(({ X, Y }): [number, number] => [
    grid.lon + X / grid.perDegree,
    grid.lat + Y / grid.perDegree,
  ]);
  const first = ring[0];
  if (first === undefined) return null;
  ring.push([first[0], first[1]]);
  return Math.abs(signedAreaOf(ring)) < SMALLEST ? null : ring;
}
