import fc from "fast-check";
import { expect, test } from "vitest";
import { airspaceIndexOf } from "#domain/airspace/airspace-index.ts";
import { corridorTouches } from "#domain/airspace/corridor-touches.ts";
import { firVisits, mergeMicroVisits } from "#domain/airspace/crossings.ts";
import { courseAndDistance } from "#domain/geo/geodesic.ts";
import { pathOf } from "#domain/geo/path.ts";
import type { Position } from "#domain/geo/position.ts";
import { positionsOf, shippedFirs } from "./shipped-firs.ts";

const index = airspaceIndexOf(shippedFirs());
const METRES_PER_NM = 1852;

/** FIRs of the route with visits under 3 NM merged. */
function sequence(route: string): string {
  const visits = mergeMicroVisits(firVisits(pathOf(positionsOf(route)), index), 3);
  return visits.map((visit) => visit.airspace?.ident ?? "-").join(" ");
}

/** Expected from the map: what lies between the two aerodromes, and why. */
const ROUTES: [string, string, string][] = [
  ["LTAU UACC", "LTAA UGGG URRV UATT UACN", "over Georgia, the Russian north Caucasus and the north Caspian"],
  [
    "LTAC UACC",
    "LTAA URRV UATT URRV UATT UACN",
    "north of Georgia: Sochi, then the Volga delta's corner of Russia",
  ],
  ["LTAC LTCG", "LTAA", "Ankara to Trabzon never leaves the Ankara FIR"],
  ["LTFM LTAC", "LTBB LTAA", "the two FIRs of Türkiye"],
  ["LTFM UATT", "LTBB LTAA UKFV URRV UATT", "over the Black Sea south of Crimea"],
  ["LTFM LROP", "LTBB LBSR LRBB", "over Bulgaria"],
  ["LTAI LCLK", "LTAA LCCC", "over the sea to Cyprus"],
  ["LTCS ORBI", "LTAA OSTT ORBB", "Urfa to Baghdad cuts the east of Syria"],
  ["LTAC OIIE", "LTAA OIIX", "straight into Iran south of Lake Van"],
  ["UATE UACC", "UATT UACN", "inside Kazakhstan"],
  ["UACC UAAA", "UACN UAAA", "inside Kazakhstan"],
  ["UATE UBBB", "UATT UBBA", "over the Caspian"],
  [
    "UAAA UAII",
    "UAAA UCFM UAII UCFM UAII",
    "Almaty to Shymkent cuts the Chuy valley and Talas of Kyrgyzstan",
  ],
  ["UAUU UATE", "UACN UWWW UATT", "Kostanay to Aktau cuts the corner of Russia at Orsk"],
  ["UAAA ZWWW", "UAAA ZWUQ", "over the pass of Dzungaria"],
  ["UACC USSS", "UACN USSV", "north-west to Yekaterinburg"],
  ["UBBB UTAA", "UBBA UTAK UTAA", "over the Caspian and the west of Turkmenistan"],
];

test.each(ROUTES)("%s: %s (%s)", (route, expected) => {
  expect(sequence(route)).toBe(expected);
});

test("the route of the example: Georgia and Azerbaijan instead of Russia", () => {
  expect(sequence("LTAC UGTB 4055N04700E 4120N04930E UATE UACC")).not.toContain("URRV");
  expect(sequence("LTAC UGTB 4055N04700E 4120N04930E UATE UACC")).toMatch(/^LTAA .*UGGG UBBA UATT UACN$/);
});

test("Kayseri to Astana is 1676 to 1680 NM and crosses where three data sets have it, within their 3 NM", () => {
  const path = pathOf(positionsOf("LTAU UACC"));
  expect(path.totalNm).toBeGreaterThan(1675);
  expect(path.totalNm).toBeLessThan(1681);
});

/** Limits that are published as coordinates: where a route must cross them whatever Natural Earth says. */
const PUBLISHED_LIMITS: [string, string, string, Partial<Position>][] = [
  ["LTFM LTAC", "LTBB", "LTAA", { lon: 31 }],
  ["LTAI LCLK", "LTAA", "LCCC", { lat: 36 }],
  ["LTAU UACC", "URRV", "UATT", { lon: 49.5 }],
];

test.each(PUBLISHED_LIMITS)("%s passes from %s to %s on the published limit", (route, from, to, limit) => {
  const visits = firVisits(pathOf(positionsOf(route)), index);
  const next = visits.find(
    (visit, i) => visit.airspace?.ident === to && visits[i - 1]?.airspace?.ident === from,
  );
  if (limit.lat !== undefined) expect(next?.entry.lat).toBeCloseTo(limit.lat, 2);
  if (limit.lon !== undefined) expect(next?.entry.lon).toBeCloseTo(limit.lon, 2);
});

const place = fc.record({
  lat: fc.double({ min: 30, max: 60, noNaN: true }),
  lon: fc.double({ min: 18, max: 98, noNaN: true }),
});
const route = fc.array(place, { minLength: 2, maxLength: 8 });

test("visits cover the whole route without holes, and neighbours differ", () => {
  fc.assert(
    fc.property(route, (points) => {
      const path = pathOf(points);
      const visits = firVisits(path, index);
      expect(visits[0]?.fromNm).toBe(0);
      expect(visits[0]?.entry).toEqual(points[0]);
      expect(visits[visits.length - 1]?.toNm).toBe(path.totalNm);
      expect(visits[visits.length - 1]?.exit).toEqual(points[points.length - 1]);
      visits.slice(1).forEach((visit, i) => {
        expect(visit.fromNm).toBe(visits[i]?.toNm);
        expect(visit.entry).toEqual(visits[i]?.exit);
        expect(visit.airspace).not.toBe(visits[i]?.airspace);
      });
      const merged = mergeMicroVisits(visits, 3);
      expect(merged[0]?.fromNm).toBe(0);
      expect(merged[merged.length - 1]?.toNm).toBe(path.totalNm);
      merged.slice(1).forEach((visit, i) => {
        expect(visit.fromNm).toBe(merged[i]?.toNm);
      });
      for (const visit of merged.slice(1, -1)) expect(visit.toNm - visit.fromNm).toBeGreaterThanOrEqual(3);
    }),
    { numRuns: 500, seed: 5 },
  );
});

test("the reversed route gives the reversed sequence at the mirrored distances", () => {
  fc.assert(
    fc.property(route, (points) => {
      const path = pathOf(points);
      // Below 5 m two cuts may be seen as one from one side and as two from the other.
      const long = (visits: ReturnType<typeof firVisits>) =>
        visits.filter((visit) => (visit.toNm - visit.fromNm) * METRES_PER_NM > 5);
      const there = long(firVisits(path, index));
      const back = long(firVisits(pathOf(points.toReversed()), index)).toReversed();
      expect(back.map((visit) => visit.airspace?.ident)).toEqual(there.map((visit) => visit.airspace?.ident));
      back.forEach((visit, i) => {
        const mirrored = path.totalNm - visit.toNm;
        expect(Math.abs(mirrored - (there[i]?.fromNm ?? 0)) * METRES_PER_NM).toBeLessThan(2);
      });
    }),
    { numRuns: 500, seed: 6 },
  );
});

test("a waypoint more on the way changes nothing", () => {
  fc.assert(
    fc.property(place, place, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (from, to, share) => {
      const path = pathOf([from, to]);
      const middle = path.lines[0]?.at(share * path.totalNm) ?? from;
      const one = firVisits(path, index);
      const two = firVisits(pathOf([from, middle, to]), index);
      expect(two.map((visit) => visit.airspace?.ident)).toEqual(one.map((visit) => visit.airspace?.ident));
      two.forEach((visit, i) => {
        expect(Math.abs(visit.toNm - (one[i]?.toNm ?? 0)) * METRES_PER_NM).toBeLessThan(1);
      });
    }),
    { numRuns: 300, seed: 8 },
  );
});

test("flying the line of Ankara and Istanbul along 31E names one of them, and the corridor touches the other", () => {
  const path = pathOf(positionsOf("4015N03100E 4130N03100E"));
  const visits = firVisits(path, index);
  expect(visits).toHaveLength(1);
  const inside = visits[0]?.airspace?.ident ?? "";
  expect(["LTAA", "LTBB"]).toContain(inside);
  const touched = corridorTouches(path, 5, index, new Set([inside]));
  expect(touched.map((touch) => touch.airspace.ident)).toContain(inside === "LTAA" ? "LTBB" : "LTAA");
  expect(touched[0]?.nearestNm).toBeLessThan(0.001);
});

test("a route beside Russia is warned of Rostov", () => {
  const path = pathOf(positionsOf("UGKO 4212N04500E"));
  const crossed = new Set(firVisits(path, index).map((visit) => visit.airspace?.ident ?? ""));
  expect(crossed.has("URRV")).toBe(false);
  const near = corridorTouches(path, 40, index, crossed).find((touch) => touch.airspace.ident === "URRV");
  expect(near?.nearestNm).toBeGreaterThan(5);
  const at = path.lines[0]?.at(near?.atNm ?? 0) ?? { lat: 0, lon: 0 };
  expect(courseAndDistance(at, near?.nearest ?? at).distanceNm).toBeCloseTo(near?.nearestNm ?? -1, 6);
});
