import geographicLib from "geographiclib-geodesic";
import { expect, test } from "vitest";
import { airspaceIndexOf } from "#domain/airspace/airspace-index.ts";
import { firVisits } from "#domain/airspace/crossings.ts";
import { pathOf } from "#domain/geo/path.ts";
import type { Position } from "#domain/geo/position.ts";
import { shippedFirs } from "./shipped-firs.ts";

const STEP_M = 50;
const METRES_PER_NM = 1852;
const { Geodesic } = geographicLib;

const firs = shippedFirs();
/** Rings of each FIR as longitude, latitude pairs in a row, with its box: for a point test written only for this. */
const shapes = firs.map((fir) => {
  const rings = fir.polygons.flat().map((ring) => Float64Array.from(ring.flat()));
  const lons = fir.polygons.flat(2).map(([lon]) => lon);
  const lats = fir.polygons.flat(2).map(([, lat]) => lat);
  const box = [lons, lats].map((all) => [
    all.reduce((a, b) => Math.min(a, b)),
    all.reduce((a, b) => Math.max(a, b)),
  ]);
  return { rings, box };
});

function isInside(number: number, lat: number, lon: number): boolean {
  const shape = shapes[number];
  const [[west = 0, east = 0] = [], [south = 0, north = 0] = []] = shape?.box ?? [];
  if (shape === undefined || lon < west || lon > east || lat < south || lat > north) return false;
  let inside = false;
  for (const ring of shape.rings) {
    let above = (ring[1] ?? 0) > lat;
    for (let i = 3; i < ring.length; i += 2) {
      const next = (ring[i] ?? 0) > lat;
      if (next === above) continue;
      above = next;
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [ring[i - 3], ring[i - 2], ring[i - 1], ring[i]];
      if (((x2 - x1) * (lat - y1)) / (y2 - y1) + x1 > lon) inside = !inside;
    }
  }
  return inside;
}

/** Deterministic numbers from 0 to 1 (Lehmer). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

test("on 1,000 random routes every point of a 50 m walk lies in the FIR that the visits name", {
  timeout: 180_000,
}, () => {
  const index = airspaceIndexOf(firs);
  const random = numbersFrom(20_261_201);
  let steps = 0;
  let changes = 0;
  let excused = 0;
  for (let route = 0; route < 1000; route++) {
    const start = { lat: 34 + random() * 22, lon: 22 + random() * 66 };
    const points: Position[] = [start];
    const legs = 1 + Math.floor(random() * 3);
    let last = start;
    for (let leg = 0; leg < legs; leg++) {
      last = { lat: last.lat + (random() - 0.5) * 3, lon: last.lon + (random() - 0.5) * 7 };
      points.push(last);
    }
    const path = pathOf(points);
    const visits = firVisits(path, index);
    let at = 0;
    let here = -1;
    path.lines.forEach((line, number) => {
      const walk = Geodesic.WGS84.InverseLine(line.start.lat, line.start.lon, line.end.lat, line.end.lon);
      for (let metres = 0; metres <= walk.s13; metres += STEP_M) {
        const { lat2 = 0, lon2 = 0 } = walk.Position(metres);
        if (here < 0 || !isInside(here, lat2, lon2)) {
          const before = here;
          here = shapes.findIndex((_, fir) => isInside(fir, lat2, lon2));
          if (before !== here) changes++;
        }
        steps++;
        const alongNm = (path.startNm[number] ?? 0) + metres / METRES_PER_NM;
        while (at < visits.length - 1 && alongNm >= (visits[at]?.toNm ?? 0)) at++;
        const visit = visits[at];
        if (visit?.airspace === (firs[here] ?? null)) continue;
        // A step that falls within a metre of a border may be on either side of it.
        const cuts = [visit?.fromNm ?? 0, visit?.toNm ?? 0].map(
          (cut) => Math.abs(cut - alongNm) * METRES_PER_NM,
        );
        expect(Math.min(...cuts), `route ${route} ${JSON.stringify(points)} at ${alongNm} NM`).toBeLessThan(
          1,
        );
        excused++;
      }
    });
  }
  // The walk is worth something: millions of steps, over a thousand borders, hardly any of them excused.
  expect(steps).toBeGreaterThan(5_000_000);
  expect(changes).toBeGreaterThan(1_500);
  expect(excused).toBeLessThan(changes * 0.01);
});
