import { describe, expect, it } from "vitest";
import type { Airspace, Ring } from "#domain/airspace/airspace.ts";
import { airspaceIndexOf, firAt } from "#domain/airspace/airspace-index.ts";
import { shipped } from "#test/builders/plan.ts";

const { airspaces, aerodromes, states } = shipped;
const index = airspaceIndexOf(airspaces);

/**
 * Areas in 1000 km² of the Network Manager volumes, AIRAC 2412 of 28 November 2024, on a sphere of 6371.0072 km.
 * Tyumen is not among them: this data ends at 66N.
 */
const AREAS = `LBSR 145.3 LCCC 172.9 LGGG 533.8 LRBB 254.3 LTAA 752.2 LTBB 228.6 LUUU 34.74 OIIX 1794.2 ORBB 436.8
  OSTT 190.6 UAAA 636.0 UACN 904.5 UAII 418.4 UATT 876.4 UBBA 176.7 UCFM 99.15 UCFO 89.19 UDDD 29.62 UGGG 87.61
  UKBV 184.3 UKDV 167.7 UKFV 207.6 UKLV 133.1 UKOV 81.36 UNNT 1001.8 URRV 721.6 USSV 690.2 UTAA 146.0 UTAK 186.7
  UTAT 71.94 UTAV 155.9 UTDD 142.7 UWWW 611.4 UZSD 125.5 UZTR 308.9 ZWUQ 1816.5`;

describe("FIRs", () => {
  it("are the 37 between Bulgaria and Xinjiang, four of Kazakhstan and two of Türkiye", () => {
    const of = (state: string) => airspaces.filter((fir) => fir.state === state).map(({ ident }) => ident);
    expect(new Set(airspaces.map(({ ident }) => ident)).size).toBe(37);
    expect(of("KZ")).toEqual(["UAAA", "UACN", "UAII", "UATT"]);
    expect(of("TR")).toEqual(["LTAA", "LTBB"]);
    expect(airspaces.filter(({ clipped }) => clipped).map(({ ident }) => ident)).toEqual(["USTV"]);
  });

  // Three facts together leave no room for a gap, an overlap or a point that only one neighbour has: inner edges cancel
  // in pairs, what is left is one closed line, and that line goes round once without touching itself. The number of
  // FIRs around any point is then the winding number of that line: one inside, none outside.
  it("share every edge with at most one neighbour, which walks it the other way", () => {
    const owners = new Map<string, string>();
    for (const { ident, from, to } of airspaces.flatMap(edgesOf)) {
      expect(from).not.toBe(to);
      expect(owners.get(`${from} ${to}`), `${from} ${to} of ${ident}`).toBeUndefined();
      owners.set(`${from} ${to}`, ident);
    }
    const inner = [...owners].filter(([edge]) => owners.has(turned(edge)));
    expect(inner.length).toBeGreaterThan(15_000);
    for (const [edge, ident] of inner) expect(owners.get(turned(edge)), edge).not.toBe(ident);
  });

  it("leave one outer edge, counter-clockwise and simple", () => {
    const rings = outerRings();
    expect(rings.length).toBe(1);
    const ring = rings[0] ?? [];
    expect(squareKm(ring)).toBeGreaterThan(0);
    expect(new Set(ring.slice(1).map(String)).size).toBe(ring.length - 1);
    expect(touches(ring)).toEqual([]);
  });

  it("have simple rings: no FIR touches itself", () => {
    for (const { ident, polygons } of airspaces) {
      for (const ring of polygons.flat()) expect(touches(ring), ident).toEqual([]);
    }
  });

  it("have the published areas within 1.5 per cent", () => {
    const published = new Map(
      AREAS.trim()
        .split(/\s+/)
        .flatMap((word, at, words) => (at % 2 === 0 ? [[word, Number(words[at + 1]) * 1000] as const] : [])),
    );
    expect(published.size).toBe(36);
    for (const { ident, polygons } of airspaces.filter(({ clipped }) => !clipped)) {
      const area = polygons.flat().reduce((sum, ring) => sum + squareKm(ring), 0);
      const share = area / (published.get(ident) ?? Number.NaN);
      expect(Math.abs(share - 1), `${ident} ${Math.round(area)} km²`).toBeLessThan(0.015);
    }
  });

  it("hold every Turkish and Kazakh aerodrome in a FIR of its own State", () => {
    const near = aerodromes.filter(({ country }) => country === "TR" || country === "KZ");
    expect(near.length).toBe(122);
    for (const aerodrome of near)
      expect(firAt(index, aerodrome)?.state, aerodrome.ident).toBe(aerodrome.country);
  });

  it("hold the capitals and the enclaves where they belong", () => {
    const at = (lat: number, lon: number) => firAt(index, { lat, lon })?.ident;
    expect(at(39.92, 32.85), "Ankara").toBe("LTAA");
    expect(at(41.01, 28.98), "Istanbul").toBe("LTBB");
    expect(at(51.17, 71.45), "Astana").toBe("UACN");
    expect(at(43.24, 76.89), "Almaty").toBe("UAAA");
    expect(at(41.72, 44.78), "Tbilisi").toBe("UGGG");
    expect(at(39.21, 45.41), "Nakhchivan").toBe("UBBA");
    expect(at(39.95, 69.6), "Batken, served by Tashkent").toBe("UZTR");
    expect(at(44.95, 34.1), "Simferopol").toBe("UKFV");
    expect(at(10, 10), "outside").toBeUndefined();
  });

  it("hold their own labels and name a State of the data", () => {
    const codes = new Set(states.map(({ code }) => code));
    for (const { ident, label, state } of airspaces) {
      expect(firAt(index, { lon: label[0], lat: label[1] })?.ident).toBe(ident);
      expect(codes.has(state), state).toBe(true);
    }
  });
});

type Edge = { ident: string; from: string; to: string };

function edgesOf({ ident, polygons }: Airspace): Edge[] {
  return polygons
    .flat()
    .flatMap((ring) => ring.slice(1).map((to, at) => ({ ident, from: String(ring[at]), to: String(to) })));
}

function turned(edge: string): string {
  return edge.split(" ").reverse().join(" ");
}

/** Closed lines of the edges that only one FIR has. */
function outerRings(): Ring[] {
  const edges = airspaces.flatMap(edgesOf);
  const all = new Set(edges.map(({ from, to }) => `${from} ${to}`));
  const next = new Map<string, string>();
  for (const { from, to } of edges) {
    if (all.has(`${to} ${from}`)) continue;
    expect(next.has(from), `two outer edges leave ${from}`).toBe(false);
    next.set(from, to);
  }
  const rings: Ring[] = [];
  while (next.size > 0) {
    const [start = ""] = next.keys();
    const ring = [start];
    for (let here = next.get(start); here !== undefined; here = next.get(here)) {
      next.delete(ring.at(-1) ?? "");
      ring.push(here);
    }
    expect(ring.at(-1), "an outer edge ends nowhere").toBe(start);
    rings.push(ring.map((point) => point.split(",").map(Number) as [number, number]));
  }
  return rings;
}

/** Area of a ring on the sphere, positive counter-clockwise: Green's theorem, the integral of sin(latitude) over longitude. */
function squareKm(ring: Ring): number {
  const radians = Math.PI / 180;
  let sum = 0;
  for (const [at, [x1, y1]] of ring.slice(1).entries()) {
    const [x0, y0] = ring[at] ?? [x1, y1];
    sum -= (x1 - x0) * radians * ((Math.sin(y0 * radians) + Math.sin(y1 * radians)) / 2);
  }
  return sum * 6371.0072 ** 2;
}

/** Pairs of edges of a ring that meet elsewhere than at their common point. Exact: the grid makes whole numbers. */
function touches(ring: Ring): string[] {
  const points = ring.map(([x, y]) => [Math.round(x * 1e4), Math.round(y * 1e4)] as const);
  const side = (a: readonly number[], b: readonly number[], c: readonly number[]) =>
    Math.sign(
      ((b[0] ?? 0) - (a[0] ?? 0)) * ((c[1] ?? 0) - (a[1] ?? 0)) -
        ((b[1] ?? 0) - (a[1] ?? 0)) * ((c[0] ?? 0) - (a[0] ?? 0)),
    );
  const edges = points
    .slice(1)
    .map((to, at) => ({ at, a: points[at] ?? to, b: to }))
    .map((edge) => ({ ...edge, west: Math.min(edge.a[0], edge.b[0]), east: Math.max(edge.a[0], edge.b[0]) }))
    .sort((one, two) => one.west - two.west);
  const found: string[] = [];
  for (const [number, one] of edges.entries()) {
    for (let other = number + 1; other < edges.length; other++) {
      const two = edges[other];
      if (two === undefined || two.west > one.east) break;
      const apart = Math.abs(one.at - two.at);
      if (apart === 1 || apart === edges.length - 1) continue;
      const low = Math.max(Math.min(one.a[1], one.b[1]), Math.min(two.a[1], two.b[1]));
      if (low > Math.min(Math.max(one.a[1], one.b[1]), Math.max(two.a[1], two.b[1]))) continue;
      const meets =
        side(one.a, one.b, two.a) * side(one.a, one.b, two.b) <= 0 &&
        side(two.a, two.b, one.a) * side(two.a, two.b, one.b) <= 0;
      if (meets) found.push(`${one.a} ${one.b} meets ${two.a} ${two.b}`);
    }
  }
  return found;
}
