import fc from "fast-check";
import { expect, test } from "vitest";
import type { Airspace } from "#domain/airspace/airspace.ts";
import { airspaceIndexOf } from "#domain/airspace/airspace-index.ts";
import { corridorTouches } from "#domain/airspace/corridor-touches.ts";
import { firVisits } from "#domain/airspace/crossings.ts";
import { courseAndDistance, destination } from "#domain/geo/geodesic.ts";
import { type Path, pathOf, positionAlong } from "#domain/geo/path.ts";
import type { Position } from "#domain/geo/position.ts";
import { boxFir, irregularCoverage } from "./coverages.ts";

const METRES_PER_NM = 1852;
const A = boxFir("AAAA", 30, 40, 35, 45);
const B = boxFir("BBBB", 35, 40, 40, 45);
const index = airspaceIndexOf([A, B]);

function crossedBy(path: Path, airspaces: readonly Airspace[]): Set<string> {
  return new Set(firVisits(path, airspaceIndexOf(airspaces)).map((visit) => visit.airspace?.ident ?? ""));
}

test("a FIR beside the line is told with its distance, its nearest point and the stretch", () => {
  // Along the meridian 34.95E, 2.3 NM west of the border at 35E.
  const path = pathOf([
    { lat: 41, lon: 34.95 },
    { lat: 43, lon: 34.95 },
  ]);
  const [touch, ...others] = corridorTouches(path, 5, index, new Set(["AAAA"]));
  expect(others).toEqual([]);
  expect(touch?.airspace.ident).toBe("BBBB");
  // A degree of longitude is shortest in the north: the nearest place is the end.
  expect(touch?.nearestNm).toBeCloseTo(
    courseAndDistance({ lat: 43, lon: 34.95 }, { lat: 43, lon: 35 }).distanceNm,
    2,
  );
  expect(touch?.nearest.lat).toBeCloseTo(43, 3);
  expect(touch?.nearest.lon).toBe(35);
  expect(touch?.atNm).toBeCloseTo(path.totalNm, 1);
  expect(touch?.fromNm).toBe(0);
  expect(touch?.toNm).toBeCloseTo(path.totalNm, 6);
});

test("nothing is told of FIRs that are crossed, or farther than the half-width", () => {
  const path = pathOf([
    { lat: 41, lon: 34.95 },
    { lat: 43, lon: 34.95 },
  ]);
  expect(corridorTouches(path, 5, index, new Set(["AAAA", "BBBB"]))).toEqual([]);
  expect(corridorTouches(path, 2, index, new Set(["AAAA"]))).toEqual([]);
  expect(corridorTouches(pathOf([]), 5, index, new Set())).toEqual([]);
});

test("the stretch begins and ends where the distance passes the half-width", () => {
  // Flies towards the corner 35E 45N of BBBB, north-west of it, and ends before it.
  const path = pathOf([
    { lat: 45.6, lon: 33 },
    { lat: 45.1, lon: 34.8 },
  ]);
  const [touch] = corridorTouches(path, 20, index, new Set(["AAAA"]));
  const corner = { lat: 45, lon: 35 };
  expect(courseAndDistance(positionAlong(path, touch?.fromNm ?? 0), corner).distanceNm).toBeCloseTo(20, 2);
});

test("a narrow stretch ends where the border is that near, not where a corner of it is", () => {
  const path = pathOf([
    { lat: 42.52, lon: 33 },
    { lat: 42.52, lon: 34.99 },
  ]);
  for (const halfWidthNm of [1, 2, 3, 4]) {
    const [touch] = corridorTouches(path, halfWidthNm, index, new Set(["AAAA"]));
    const { lat, lon } = positionAlong(path, touch?.fromNm ?? 0);
    expect(courseAndDistance({ lat, lon }, { lat, lon: 35 }).distanceNm).toBeCloseTo(halfWidthNm, 3);
  }
});

test("a FIR that the path comes back to is told twice", () => {
  const path = pathOf([
    { lat: 42, lon: 34.97 },
    { lat: 42, lon: 32 },
    { lat: 43, lon: 32 },
    { lat: 43, lon: 34.96 },
  ]);
  const touches = corridorTouches(path, 5, index, new Set(["AAAA"]));
  expect(touches.map((touch) => touch.airspace.ident)).toEqual(["BBBB", "BBBB"]);
  expect(touches[0]?.toNm).toBeLessThan(10);
  expect(touches[1]?.fromNm).toBeGreaterThan(path.totalNm - 10);
});

test("a long straight edge is where RFC 7946 has it, not where a geodesic would run", () => {
  const wide = airspaceIndexOf([boxFir("LONG", 20, 50, 60, 55)]);
  const path = pathOf([
    { lat: 49.6, lon: 40 },
    { lat: 49.6, lon: 40.1 },
  ]);
  const [touch] = corridorTouches(path, 50, wide, new Set());
  // 24 NM to the parallel of 50N; the geodesic between the corners passes 2 degrees north of it.
  expect(touch?.nearestNm).toBeCloseTo(
    courseAndDistance({ lat: 49.6, lon: 40.05 }, { lat: 50, lon: 40.05 }).distanceNm,
    2,
  );
});

/** Least distance from the path to a FIR by GeographicLib alone: all edges in steps, then refined by halving steps. */
function bruteForce(path: Path, airspace: Airspace): number {
  const ring = airspace.polygons[0]?.[0] ?? [];
  const place = (along: number): Position => {
    const edge = Math.min(ring.length - 2, Math.floor(along));
    const [lon1, lat1] = ring[edge] ?? [0, 0];
    const [lon2, lat2] = ring[edge + 1] ?? [0, 0];
    const share = along - edge;
    return { lat: lat1 + share * (lat2 - lat1), lon: lon1 + share * (lon2 - lon1) };
  };
  const distance = (alongNm: number, along: number) =>
    courseAndDistance(positionAlong(path, alongNm), place(along)).distanceNm;
  let found = Infinity;
  for (let edge = 0; edge < ring.length - 1; edge++) {
    for (let part = 0; part < 4; part++) {
      let [nm, along, best] = [0, edge + part / 4 + 0.125, Infinity];
      for (let i = 0; i <= 40; i++) {
        const each = distance((path.totalNm * i) / 40, along);
        if (each < best) [nm, best] = [(path.totalNm * i) / 40, each];
      }
      if (best > found + 150) continue;
      let [stepNm, step] = [path.totalNm / 40, 0.125];
      while (stepNm > 0.0002 || step > 1e-6) {
        let moved = false;
        for (const [dNm, dAlong] of [
          [1, 0],
          [-1, 0],
          [0, 1],
          [0, -1],
          [1, 1],
          [-1, -1],
          [1, -1],
          [-1, 1],
        ] as const) {
          const tryNm = Math.max(0, Math.min(path.totalNm, nm + dNm * stepNm));
          const tryAlong = Math.max(0, Math.min(ring.length - 1, along + dAlong * step));
          const each = distance(tryNm, tryAlong);
          if (each < best) {
            [nm, along, best] = [tryNm, tryAlong, each];
            moved = true;
          }
        }
        if (!moved) [stepNm, step] = [stepNm / 2, step / 2];
      }
      found = Math.min(found, best);
    }
  }
  return found;
}

test("least distances agree with GeographicLib's within 2 m out to 50 NM, on random coverages", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.double({ min: 33, max: 57, noNaN: true }),
      fc.double({ min: 24, max: 85, noNaN: true }),
      fc.double({ min: 0, max: 360, noNaN: true }),
      fc.double({ min: 20, max: 400, noNaN: true }),
      (seed, lat, lon, course, lengthNm) => {
        const airspaces = irregularCoverage(7, 4, seed);
        const start = { lat, lon };
        const path = pathOf([start, destination(start, course, lengthNm)]);
        const crossed = crossedBy(path, airspaces);
        const touches = corridorTouches(path, 50, airspaceIndexOf(airspaces), crossed);
        const told = new Map<string, number>();
        for (const { airspace, nearestNm, atNm, nearest } of touches) {
          told.set(airspace.ident, Math.min(nearestNm, told.get(airspace.ident) ?? Infinity));
          expect(courseAndDistance(positionAlong(path, atNm), nearest).distanceNm).toBeCloseTo(nearestNm, 6);
        }
        for (const airspace of airspaces) {
          if (crossed.has(airspace.ident)) continue;
          const exact = bruteForce(path, airspace);
          const found = told.get(airspace.ident);
          if (found === undefined) expect(exact, airspace.ident).toBeGreaterThan(50 - 2 / METRES_PER_NM);
          else expect(Math.abs(found - exact) * METRES_PER_NM, airspace.ident).toBeLessThan(2);
        }
      },
    ),
    { numRuns: 12, seed: 3, endOnFailure: true },
  );
});

test("the stretches are those of a walk along the path in steps of 0.5 NM", () => {
  const airspaces = irregularCoverage(7, 4, 21);
  const path = pathOf([
    { lat: 39, lon: 30 },
    { lat: 52, lon: 70 },
  ]);
  const crossed = crossedBy(path, airspaces);
  const touches = corridorTouches(path, 50, airspaceIndexOf(airspaces), crossed);
  expect(touches.length).toBeGreaterThan(1);
  for (const { airspace, fromNm, toNm } of touches) {
    const away = (alongNm: number) => {
      const at = positionAlong(path, alongNm);
      return bruteForce(pathOf([at, destination(at, 0, 0.001)]), airspace);
    };
    if (fromNm > 0) {
      expect(away(fromNm - 0.5), airspace.ident).toBeGreaterThan(50);
      expect(away(fromNm), airspace.ident).toBeCloseTo(50, 1);
    }
    if (toNm < path.totalNm - 0.5) {
      expect(away(toNm + 0.5), airspace.ident).toBeGreaterThan(50);
      expect(away(toNm), airspace.ident).toBeCloseTo(50, 1);
    }
  }
});
