import { expect, test } from "vitest";
import { airspaceIndexOf, firAt } from "#domain/airspace/airspace-index.ts";
import { type FirVisit, firVisits, mergeMicroVisits } from "#domain/airspace/crossings.ts";
import { pathOf } from "#domain/geo/path.ts";
import type { Position } from "#domain/geo/position.ts";
import { boxFir, firOf } from "./coverages.ts";

const A = boxFir("AAAA", 30, 40, 35, 45);
const B = boxFir("BBBB", 35, 40, 40, 45);
const C = firOf("CCCC", [
  [30, 45],
  [35, 45],
  [40, 45],
  [40, 50],
  [30, 50],
]);
const index = airspaceIndexOf([A, B, C]);

function at(lat: number, lon: number): Position {
  return { lat, lon };
}

function namesOf(visits: readonly FirVisit[]): string {
  return visits.map((visit) => visit.airspace?.ident ?? "-").join(" ");
}

function sequence(...points: Position[]): string {
  return namesOf(firVisits(pathOf(points), index));
}

test("a leg from FIR to FIR is cut where it crosses the border", () => {
  const visits = firVisits(pathOf([at(42, 34), at(42, 36)]), index);
  expect(namesOf(visits)).toBe("AAAA BBBB");
  expect(visits[0]?.toNm).toBe(visits[1]?.fromNm);
  expect(visits[0]?.exit.lon).toBeCloseTo(35, 7);
  // Half of the leg by symmetry, north of 42N because the geodesic bows to the pole.
  expect(visits[0]?.toNm).toBeCloseTo(pathOf([at(42, 34), at(42, 36)]).totalNm / 2, 4);
  expect(visits[0]?.exit.lat).toBeGreaterThan(42.003);
});

test("a visit goes on through waypoints and legs without length", () => {
  expect(sequence(at(42, 31), at(43, 32), at(43, 32), at(41, 33), at(41, 37), at(43, 39))).toBe("AAAA BBBB");
});

test("outside the data the airspace is unknown, not the nearest FIR", () => {
  expect(sequence(at(10, 10), at(11, 11))).toBe("-");
  expect(sequence(at(42, 25), at(42, 45))).toBe("- AAAA BBBB -");
});

test("points and legs on borders, vertices and edges do not confuse it", () => {
  expect(sequence(at(45, 35), at(42, 32))).toBe("AAAA");
  expect(sequence(at(43, 33), at(45, 35), at(47, 37))).toBe("AAAA CCCC");
  expect(["AAAA", "BBBB"]).toContain(sequence(at(41, 35), at(44, 35)));
  expect(["AAAA CCCC", "BBBB CCCC"]).toContain(sequence(at(41, 35), at(48, 35)));
  expect(sequence(at(45, 32), at(45, 32))).toMatch(/^(AAAA|CCCC)$/);
});

test("a leg that leaves a FIR between its points comes back to it", () => {
  // Both ends lie a little south of 45N; the geodesic bows over the border between them.
  const visits = firVisits(pathOf([at(44.99, 31), at(44.99, 34.5)]), index);
  expect(namesOf(visits)).toBe("AAAA CCCC AAAA");
  // And so within one chord: 5 m south of the border at both ends, 14 m north of it between them.
  expect(sequence(at(45 - 5 / 111_130, 31), at(45 - 5 / 111_130, 31.4))).toBe("AAAA CCCC AAAA");
});

test("legs across the antimeridian and over the poles are computed", () => {
  const pacific = airspaceIndexOf([boxFir("WEST", 170, 40, 180, 50), boxFir("EAST", -180, 40, -170, 50)]);
  const there = firVisits(pathOf([at(45, 175), at(45, -175)]), pacific);
  expect(namesOf(there)).toBe("WEST EAST");
  expect(namesOf(firVisits(pathOf([at(45, -175), at(45, 175)]), pacific))).toBe("EAST WEST");
  expect(Math.abs(there[0]?.exit.lon ?? 0)).toBeCloseTo(180, 7);
  expect(namesOf(firVisits(pathOf([at(45, 165), at(45, -165)]), pacific))).toBe("- WEST EAST -");
  expect(namesOf(firVisits(pathOf([at(45, -165), at(45, 165)]), pacific))).toBe("- EAST WEST -");
  expect(sequence(at(80, 33), at(80, -147))).toBe("-");
  expect(sequence(at(42, 33), at(90, 0), at(42, -147))).toBe("AAAA CCCC -");
  expect(sequence(at(-90, 0), at(90, 0))).toBe("-");
});

test("a path without points has no visits, one without length has one", () => {
  expect(firVisits(pathOf([]), index)).toEqual([]);
  expect(sequence(at(42, 32))).toBe("AAAA");
  expect(sequence(at(42, 32), at(42, 32))).toBe("AAAA");
});

test("a tip between the geodesic and its chord is flown through", () => {
  // The geodesic bows 19 m over the parallel; the tip stands 5 m over it and is 28 m wide where the line passes.
  const metre = 1 / 111_130;
  const tip = firOf("TIPP", [
    [30.2, 45 + 5 * metre],
    [30.2 + 1000 * metre * Math.SQRT2, 45 + 1005 * metre],
    [30.2 - 1000 * metre * Math.SQRT2, 45 + 1005 * metre],
  ]);
  const visits = firVisits(pathOf([at(45, 30), at(45, 30.4)]), airspaceIndexOf([tip]));
  expect(namesOf(visits)).toBe("- TIPP -");
  expect(((visits[1]?.toNm ?? 0) - (visits[1]?.fromNm ?? 0)) * 1852).toBeCloseTo(28, -0.5);
});

test("entries lie on the border to a centimetre, also on long slanting edges and at shallow angles", () => {
  const slant = firOf("SLNT", [
    [35, 40],
    [37, 50],
    [45, 50],
    [45, 40],
  ]);
  for (let i = 0; i < 200; i++) {
    const path = pathOf([at(40.5 + i / 60, 35 + i / 500), at(46.5 + i / 70, 36.9 + i / 300)]);
    for (const { entry } of firVisits(path, airspaceIndexOf([slant])).slice(1)) {
      const awayDeg = (2 * (entry.lat - 40) - 10 * (entry.lon - 35)) / Math.hypot(2, 10);
      expect(Math.abs(awayDeg) * 111_000).toBeLessThan(0.01);
    }
  }
});

test("two FIRs that share an edge are cut at the same place to the last bit", () => {
  const there = firVisits(pathOf([at(41.3, 33.1), at(43.7, 38.9)]), airspaceIndexOf([A]));
  const here = firVisits(pathOf([at(41.3, 33.1), at(43.7, 38.9)]), airspaceIndexOf([B]));
  expect(there[0]?.toNm).toBe(here[1]?.fromNm);
});

test("every point of a coverage has one owner, also on shared edges and corners", () => {
  for (const lat of [40, 42.5, 44.999, 45, 47]) {
    for (const lon of [30, 32, 34.999, 35, 37]) {
      expect(firAt(index, at(lat, lon)), `${lat} ${lon}`).not.toBeNull();
    }
  }
  expect(firAt(index, at(52, 35))).toBeNull();
});

test("restricted areas are no FIRs", () => {
  const area = { ...boxFir("RSTR", 32, 41, 33, 42), kind: "restricted" as const };
  const both = airspaceIndexOf([area, A]);
  expect(namesOf(firVisits(pathOf([at(41.5, 31), at(41.5, 34)]), both))).toBe("AAAA");
});

function visit(airspace: FirVisit["airspace"], fromNm: number, toNm: number): FirVisit {
  return { airspace, fromNm, toNm, entry: at(0, fromNm), exit: at(0, toNm) };
}

test("a short visit between two stretches of one FIR joins them", () => {
  const merged = mergeMicroVisits(
    [visit(A, 0, 50), visit(B, 50, 52), visit(A, 52, 90), visit(C, 90, 200)],
    3,
  );
  expect(namesOf(merged)).toBe("AAAA CCCC");
  expect(merged[0]).toMatchObject({ fromNm: 0, toNm: 90, exit: at(0, 90) });
  expect(merged[0]?.merged).toEqual([visit(B, 50, 52)]);
});

test("a short visit between two FIRs goes to the longer one", () => {
  const merged = mergeMicroVisits([visit(A, 0, 50), visit(B, 50, 52), visit(C, 52, 200)], 3);
  expect(merged).toEqual([
    { ...visit(A, 0, 50), merged: [] },
    { ...visit(C, 50, 200), merged: [visit(B, 50, 52)] },
  ]);
});

test("the first and the last visit stay however short they are", () => {
  const visits = [visit(A, 0, 1), visit(B, 1, 100), visit(C, 100, 100.5)];
  expect(namesOf(mergeMicroVisits(visits, 3))).toBe("AAAA BBBB CCCC");
});

test("a chain of short visits is merged from the shortest on, and all of it is kept", () => {
  const visits = [
    visit(A, 0, 100),
    visit(B, 100, 102),
    visit(C, 102, 103),
    visit(B, 103, 105),
    visit(A, 105, 200),
  ];
  const merged = mergeMicroVisits(visits, 3);
  // C joins the two stretches of B to one of 5 NM, which is no longer short.
  expect(namesOf(merged)).toBe("AAAA BBBB AAAA");
  expect(merged[1]?.merged).toEqual([visit(C, 102, 103)]);
  const all = mergeMicroVisits(visits, 6);
  expect(namesOf(all)).toBe("AAAA");
  expect(all[0]?.merged).toEqual(visits.slice(1, 4));
});
