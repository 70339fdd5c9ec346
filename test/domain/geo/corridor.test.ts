import fc from "fast-check";
import { expect, test } from "vitest";
import { corridorOf } from "#domain/geo/corridor.ts";
import { courseAndDistance, destination, type GeodesicLine } from "#domain/geo/geodesic.ts";
import { type Path, pathOf } from "#domain/geo/path.ts";
import type { Position } from "#domain/geo/position.ts";

type Polygons = ReturnType<typeof corridorOf>["polygons"];

/** Least distance in NM from a point to a line, by GeographicLib alone: golden section from the best of 60 places. */
function distanceToLine(line: GeodesicLine, point: Position): number {
  const at = (alongNm: number) => courseAndDistance(line.at(alongNm), point).distanceNm;
  const step = line.distanceNm / 60;
  let best = 0;
  for (let i = 1; i <= 60; i++) if (at(i * step) < at(best)) best = i * step;
  let low = Math.max(0, best - step);
  let high = Math.min(line.distanceNm, best + step);
  while (high - low > 1e-4) {
    const [a, b] = [low + (high - low) * 0.382, low + (high - low) * 0.618];
    if (at(a) < at(b)) high = b;
    else low = a;
  }
  return at((low + high) / 2);
}

function distanceToPath(path: Path, point: Position): number {
  return Math.min(...path.lines.map((line) => distanceToLine(line, point)));
}

/** Even-odd over all rings, written for this test. */
function isInside(polygons: Polygons, { lat, lon }: Position): boolean {
  let inside = false;
  for (const ring of polygons.flat()) {
    ring.forEach(([x1, y1], i) => {
      const [x2, y2] = ring[i + 1] ?? [x1, y1];
      if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    });
  }
  return inside;
}

/** Edges of one ring that cross each other in their insides, compared each with each. */
function selfCrossings(ring: [number, number][]): number {
  const side = (a: [number, number], b: [number, number], p: [number, number]) =>
    Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));
  let found = 0;
  for (let i = 1; i < ring.length; i++) {
    for (let j = i + 2; j < ring.length; j++) {
      const [a, b, c, d] = [ring[i - 1], ring[i], ring[j - 1], ring[j]];
      if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) found++;
    }
  }
  return found;
}

function area(ring: [number, number][]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [x2, y2] = ring[i + 1] ?? [x, y];
    return sum + (x - 30) * (y2 - 40) - (x2 - 30) * (y - 40);
  }, 0);
}

function checkRings(polygons: Polygons): void {
  for (const [outer, ...holes] of polygons) {
    if (outer === undefined) throw new Error("A polygon without a ring");
    for (const ring of [outer, ...holes]) {
      expect(ring[0]).toEqual(ring[ring.length - 1]);
      expect(ring.length).toBeGreaterThanOrEqual(4);
      expect(selfCrossings(ring)).toBe(0);
    }
    expect(area(outer)).toBeGreaterThan(0);
    for (const hole of holes) expect(area(hole)).toBeLessThan(0);
  }
}

/** Points around the route are inside exactly when their geodesic distance is within the half-width, but for 1 %. */
function checkArea(path: Path, halfWidthNm: number, probes: readonly Position[]): void {
  const { polygons } = corridorOf(path, halfWidthNm);
  checkRings(polygons);
  for (const probe of probes) {
    const distanceNm = distanceToPath(path, probe);
    if (Math.abs(distanceNm - halfWidthNm) < 0.01 * halfWidthNm) continue;
    expect(isInside(polygons, probe), `${probe.lat} ${probe.lon} is ${distanceNm} NM away`).toBe(
      distanceNm < halfWidthNm,
    );
  }
}

const place = fc.record({
  lat: fc.double({ min: 36, max: 58, noNaN: true }),
  lon: fc.double({ min: 25, max: 90, noNaN: true }),
});
const probe = fc.record({
  leg: fc.nat(),
  share: fc.double({ min: -0.02, max: 1.02, noNaN: true }),
  side: fc.constantFrom(90, -90),
  away: fc.double({ min: 0.9, max: 1.1, noNaN: true }),
});

function probesOf(
  path: Path,
  halfWidthNm: number,
  wanted: readonly { leg: number; share: number; side: number; away: number }[],
) {
  return wanted.flatMap(({ leg, share, side, away }) => {
    const line = path.lines[leg % path.lines.length];
    if (line === undefined) return [];
    const on = line.at(share * line.distanceNm);
    const course = courseAndDistance(on, line.end).initialCourseDeg;
    return [destination(on, course + side + (share < 0 ? side : 0), away * halfWidthNm)];
  });
}

test("long random routes: inside is what lies within the half-width", () => {
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 2, maxLength: 7 }),
      fc.constantFrom(1, 5, 20, 50),
      fc.array(probe, { minLength: 25, maxLength: 25 }),
      (points, halfWidthNm, wanted) => {
        const path = pathOf(points);
        checkArea(path, halfWidthNm, probesOf(path, halfWidthNm, wanted));
      },
    ),
    { numRuns: 120, seed: 7, endOnFailure: true },
  );
});

test("short legs, hairpins, crossings and repeated legs: the same, and every ring simple", () => {
  const near = fc.record({
    east: fc.integer({ min: -12, max: 12 }),
    north: fc.integer({ min: -12, max: 12 }),
  });
  fc.assert(
    fc.property(
      fc.array(near, { minLength: 2, maxLength: 9 }),
      fc.constantFrom(1, 5, 12),
      fc.array(probe, { minLength: 25, maxLength: 25 }),
      (steps, halfWidthNm, wanted) => {
        // Whole steps of 2 NM make points, legs and directions repeat often.
        const path = pathOf(steps.map(({ east, north }) => ({ lat: 40 + north / 30, lon: 33 + east / 23 })));
        checkArea(path, halfWidthNm, probesOf(path, halfWidthNm, wanted));
      },
    ),
    { numRuns: 300, seed: 11, endOnFailure: true },
  );
});

test("a route there and back again is the corridor of one way", () => {
  const [a, b, c] = [
    { lat: 40, lon: 33 },
    { lat: 42, lon: 40 },
    { lat: 47, lon: 45 },
  ];
  expect(corridorOf(pathOf([a, b, c, b, a]), 5)).toEqual(corridorOf(pathOf([a, b, c]), 5));
});

test("a route that comes back to its start has a hole", () => {
  const corner = (east: number, north: number) => ({ lat: 40 + north, lon: 33 + east });
  const { polygons } = corridorOf(
    pathOf([corner(0, 0), corner(2, 0), corner(2, 2), corner(0, 2), corner(0, 0)]),
    5,
  );
  expect(polygons.map((rings) => rings.length)).toEqual([2]);
  checkRings(polygons);
});

test("one point gives a circle, none and no width give nothing", () => {
  const at = { lat: 40, lon: 33 };
  for (const path of [pathOf([at]), pathOf([at, at])]) {
    const [polygon] = corridorOf(path, 5).polygons;
    for (const [lon, lat] of polygon?.[0] ?? []) {
      expect(courseAndDistance(at, { lat, lon }).distanceNm).toBeCloseTo(5, 4);
    }
    checkRings(corridorOf(path, 5).polygons);
  }
  expect(corridorOf(pathOf([]), 5).polygons).toEqual([]);
  expect(corridorOf(pathOf([at, { lat: 41, lon: 33 }]), 0).polygons).toEqual([]);
});

test("over the antimeridian the longitudes run on; over the pole nothing crashes", () => {
  const path = pathOf([
    { lat: 45, lon: 175 },
    { lat: 46, lon: -178 },
    { lat: 47, lon: -170 },
  ]);
  const { polygons } = corridorOf(path, 5);
  checkRings(polygons);
  const lons = polygons.flat(2).map(([lon]) => lon);
  expect(Math.min(...lons)).toBeGreaterThan(174);
  expect(Math.max(...lons)).toBeLessThan(191);
  const polar = pathOf([
    { lat: 80, lon: 33 },
    { lat: 90, lon: 0 },
    { lat: 80, lon: -147 },
  ]);
  expect(corridorOf(polar, 5).polygons.length).toBeGreaterThan(0);
});
