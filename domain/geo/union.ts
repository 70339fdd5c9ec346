import { Clipper64, ClipType, FillRule, type Path64, PolyTree64 } from "clipper2-ts";
import { signedAreaOf } from "./polygon.ts";

type RingOfPoints = [number, number][];

/** The clipper works on whole numbers: 0.1 m, small enough to be exact and a hundredth of any line on a map. */
const PER_DEGREE = 1e6;
/** What is smaller than this (some 0.1 km2) is rounding between two outlines, not an island or a hole. */
const SMALLEST = 1e-5;

/**
 * Polygons of everything that the rings go round at least once, for rings that run counter-clockwise and may
 * cross themselves and each other (Vatti's clipping by Clipper2, nonzero rule). Result as RFC 7946: rings closed,
 * outer ring first and counter-clockwise, holes clockwise. Points are rounded to a millionth of a degree.
 */
export function united(rings: readonly RingOfPoints[]): RingOfPoints[][] {
  const clipper = new Clipper64();
  clipper.addSubject(
    rings.map((ring) =>
      ring.map(([lon, lat]) => ({ x: Math.round(lon * PER_DEGREE), y: Math.round(lat * PER_DEGREE) })),
    ),
  );
  const tree = new PolyTree64();
  clipper.execute(ClipType.Union, FillRule.NonZero, tree);
  const polygons: RingOfPoints[][] = [];
  collect(tree, polygons);
  return polygons;
}

/** Outer rings stand under the root and under holes, holes under outer rings; Clipper2 winds them as wanted. */
function collect(parent: PolyTree64, polygons: RingOfPoints[][]): void {
  for (let i = 0; i < parent.count; i++) {
    const outer = parent.child(i);
    const outline = ringOf(outer.poly);
    const polygon = outline === null ? [] : [outline];
    for (let j = 0; j < outer.count; j++) {
      const hole = outer.child(j);
      const inside = ringOf(hole.poly);
      if (inside !== null) polygon.push(inside);
      collect(hole, polygons);
    }
    if (outline !== null) polygons.push(polygon);
  }
}

function ringOf(path: Path64 | null): RingOfPoints | null {
  const ring = (path ?? []).map(({ x, y }): [number, number] => [x / PER_DEGREE, y / PER_DEGREE]);
  const first = ring[0];
  if (first === undefined) return null;
  ring.push([first[0], first[1]]);
  return Math.abs(signedAreaOf(ring)) < SMALLEST ? null : ring;
}
