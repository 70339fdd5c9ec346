import fc from "fast-check";
import { expect, test } from "vitest";
import { airspaceIndexOf } from "#domain/airspace/airspace-index.ts";
import { corridorTouches } from "#domain/airspace/corridor-touches.ts";
import { firVisits, mergeMicroVisits } from "#domain/airspace/crossings.ts";
import { corridorOf } from "#domain/geo/corridor.ts";
import { pathOf } from "#domain/geo/path.ts";
import { boxFir } from "./coverages.ts";

/** Boxes of 10 degrees around the world up to both poles, so that whole numbers lie on borders and corners. */
const world = Array.from({ length: 36 * 18 }, (_, i) => {
  const [west, south] = [-180 + 10 * (i % 36), -90 + 10 * Math.floor(i / 36)];
  return boxFir(`W${i}`, west, south, west + 10, south + 10);
});
const index = airspaceIndexOf(world);
const anywhere = fc.record({
  lat: fc.oneof(
    fc.integer({ min: -9, max: 9 }).map((ten) => ten * 10),
    fc.double({ min: -90, max: 90, noNaN: true }),
  ),
  lon: fc.oneof(
    fc.integer({ min: -18, max: 18 }).map((ten) => ten * 10),
    fc.double({ min: -180, max: 180, noNaN: true }),
  ),
});

test("routes anywhere on Earth, along borders, over poles and to antipodes, are covered without holes", () => {
  fc.assert(
    fc.property(fc.array(anywhere, { minLength: 1, maxLength: 5 }), (points) => {
      const path = pathOf(points);
      const visits = firVisits(path, index);
      expect(visits[0]?.fromNm).toBe(0);
      expect(visits[visits.length - 1]?.toNm).toBe(path.totalNm);
      visits.slice(1).forEach((visit, i) => {
        expect(visit.fromNm).toBe(visits[i]?.toNm);
        expect(visit.toNm).toBeGreaterThan(visit.fromNm);
      });
      for (const merged of mergeMicroVisits(visits, 3)) {
        const pieces = merged.merged.flatMap((piece) => [piece.fromNm, piece.toNm]);
        expect(pieces).toEqual(pieces.toSorted((a, b) => a - b));
      }
    }),
    { numRuns: 80, seed: 12 },
  );
});

test("every point inside the data has a FIR, wherever the route runs", () => {
  fc.assert(
    fc.property(anywhere, anywhere, (from, to) => {
      const inside = (lat: number, lon: number) => lat > -89.9 && lat < 89.9 && Math.abs(lon) < 179.99;
      for (const visit of firVisits(pathOf([from, to]), index)) {
        const middle = pathOf([visit.entry, visit.exit]);
        const { lat, lon } = middle.lines[0]?.at(middle.totalNm / 2) ?? visit.entry;
        if (inside(lat, lon)) expect(visit.airspace).not.toBeNull();
      }
    }),
    { numRuns: 80, seed: 13 },
  );
});

test("corridors and touches of routes anywhere are computed in finite numbers", () => {
  fc.assert(
    fc.property(fc.array(anywhere, { minLength: 1, maxLength: 4 }), (points) => {
      const path = pathOf(points);
      for (const [lon, lat] of corridorOf(path, 5).polygons.flat(2)) {
        expect(Number.isFinite(lon) && Number.isFinite(lat)).toBe(true);
      }
      for (const touch of corridorTouches(path, 5, index, new Set(["W0"]))) {
        expect(Number.isFinite(touch.nearestNm + touch.fromNm + touch.toNm + touch.atNm)).toBe(true);
        expect(touch.nearestNm).toBeLessThan(5.01);
        expect(touch.atNm).toBeGreaterThanOrEqual(touch.fromNm - 0.01);
        expect(touch.atNm).toBeLessThanOrEqual(touch.toNm + 0.01);
      }
    }),
    { numRuns: 60, seed: 14 },
  );
});
