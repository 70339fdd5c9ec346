import { describe, expect, it } from "vitest";
import { airspaceIndexOf, firAt } from "#domain/airspace/airspace-index.ts";
import { shipped } from "#test/builders/plan.ts";

const { airspaces, aerodromes } = shipped;
const index = airspaceIndexOf(airspaces);

describe("FIRs", () => {
  it("are the 37 between Bulgaria and Xinjiang, four of Kazakhstan and two of Türkiye", () => {
    expect(airspaces.length).toBe(37);
    const of = (state: string) => airspaces.filter((fir) => fir.state === state).map(({ ident }) => ident);
    expect(of("KZ")).toEqual(["UAAA", "UACN", "UAII", "UATT"]);
    expect(of("TR")).toEqual(["LTAA", "LTBB"]);
  });

  it("form a coverage: every edge is walked once, and its other side belongs to one neighbour or to nobody", () => {
    const edges = new Map<string, string>();
    for (const { ident, polygons } of airspaces) {
      for (const ring of polygons.flat()) {
        for (let at = 0; at + 1 < ring.length; at++) {
          const key = `${ring[at]} ${ring[at + 1]}`;
          expect(edges.has(key), `${key} in ${ident} and ${edges.get(key)}`).toBe(false);
          edges.set(key, ident);
        }
      }
    }
    // The edge of the data is one closed line: as many edges leave each of its points as arrive.
    const balance = new Map<string, number>();
    for (const key of edges.keys()) {
      const [from = "", to = ""] = key.split(" ");
      if (edges.has(`${to} ${from}`)) continue;
      balance.set(from, (balance.get(from) ?? 0) + 1);
      balance.set(to, (balance.get(to) ?? 0) - 1);
    }
    expect([...balance.values()].every((each) => each === 0)).toBe(true);
  });

  it("leave no gap: the sum of areas is the area inside the edge of the data", () => {
    const twice = (ring: readonly (readonly number[])[]) => {
      let sum = 0;
      for (let at = 0; at + 1 < ring.length; at++) {
        const [x0 = 0, y0 = 0] = ring[at] ?? [];
        const [x1 = 0, y1 = 0] = ring[at + 1] ?? [];
        sum += x0 * y1 - x1 * y0;
      }
      return sum;
    };
    const edges = new Map<string, readonly (readonly number[])[]>();
    let areas = 0;
    for (const ring of airspaces.flatMap(({ polygons }) => polygons.flat())) {
      areas += twice(ring);
      for (let at = 0; at + 1 < ring.length; at++) {
        edges.set(`${ring[at]} ${ring[at + 1]}`, [ring[at] ?? [], ring[at + 1] ?? []]);
      }
    }
    let outside = 0;
    let holes = 0;
    const open = new Map<string, (readonly number[])[][]>();
    for (const [key, edge] of edges) {
      const [from = "", to = ""] = key.split(" ");
      if (!edges.has(`${to} ${from}`)) open.set(from, [...(open.get(from) ?? []), [...edge]]);
    }
    while (open.size > 0) {
      const ring: (readonly number[])[] = [];
      let [next = ""] = open.keys();
      for (;;) {
        const list = open.get(next);
        const edge = list?.shift();
        if (list?.length === 0) open.delete(next);
        if (edge === undefined) break;
        ring.push(edge[0] ?? []);
        next = String(edge[1]);
      }
      const [first = []] = ring;
      const area = twice([...ring, first]);
      outside += area;
      if (area < 0) holes += 1;
    }
    expect(holes).toBe(0);
    expect(Math.abs(outside - areas)).toBeLessThan(1e-6);
  });

  it.each([
    ["UDDD", 29_743],
    ["LTAA", 730_000],
    ["UATT", 850_000],
  ])("give %s about its area", (ident, squareKm) => {
    const fir = airspaces.find((each) => each.ident === ident);
    let area = 0;
    for (const ring of fir?.polygons.flat() ?? []) {
      for (let at = 0; at + 1 < ring.length; at++) {
        const [x0 = 0, y0 = 0] = ring[at] ?? [];
        const [x1 = 0, y1 = 0] = ring[at + 1] ?? [];
        // Green's theorem on the sphere: the integral of sin(latitude) over longitude.
        const mean = (Math.sin((y0 * Math.PI) / 180) + Math.sin((y1 * Math.PI) / 180)) / 2;
        area -= ((x1 - x0) * Math.PI * mean * 6371 ** 2) / 180;
      }
    }
    expect(Math.abs(area / squareKm - 1), `${Math.round(area)} km²`).toBeLessThan(0.06);
  });

  it("hold every Turkish and Kazakh aerodrome in a FIR of its own State", () => {
    for (const aerodrome of aerodromes.filter(({ country }) => country === "TR" || country === "KZ")) {
      expect(firAt(index, aerodrome)?.state, aerodrome.ident).toBe(aerodrome.country);
    }
  });

  it("hold their own labels", () => {
    for (const fir of airspaces) {
      expect(firAt(index, { lon: fir.label[0], lat: fir.label[1] })?.ident).toBe(fir.ident);
    }
  });
});
