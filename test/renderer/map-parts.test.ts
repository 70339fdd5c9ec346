// @vitest-environment node
import { describe, expect, it } from "vitest";
import { airspaceIndexOf, firAt } from "#domain/airspace/airspace-index.ts";
import { courseAndDistance } from "#domain/geo/geodesic.ts";
import { scaleStep } from "#renderer/map/degree-scale.ts";
import { firNamesOf } from "#renderer/map/fir-names.ts";
import { nearestPoint, pixelsToLine } from "#renderer/map/hit.ts";
import { closeSpots, leaderSpots, placeLabels, type Wish } from "#renderer/map/placement.ts";
import { shelfOf } from "#renderer/map/shelf.ts";
import { legPieces } from "#renderer/map/sources.ts";
import { assessed, flightOver, shipped } from "#test/builders/plan.ts";

const view = { width: 400, height: 300 };

describe("hits", () => {
  it("finds the nearest point within reach", () => {
    const points = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
    ];
    expect(nearestPoint({ x: 7, y: 0 }, points, 10)).toBe(1);
    expect(nearestPoint({ x: 50, y: 0 }, points, 10)).toBeNull();
  });

  it("measures to the line between its ends, not beyond them", () => {
    const line = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
    ];
    expect(pixelsToLine({ x: 5, y: 3 }, line)).toBe(3);
    expect(pixelsToLine({ x: 14, y: 13 }, line)).toBe(5);
  });
});

describe("placing labels", () => {
  const flag: Wish = {
    at: { x: 200, y: 150 },
    spots: leaderSpots(60, 18),
    tolerance: null,
  };

  it("keeps flags of one point apart", () => {
    const placed = placeLabels([flag, flag, flag], [], view);
    const centres = placed.map((offset) => offset ?? { dx: 0, dy: 0 });
    for (const [index, one] of centres.entries()) {
      for (const other of centres.slice(index + 1)) {
        expect(Math.abs(one.dx - other.dx) >= 60 || Math.abs(one.dy - other.dy) >= 18).toBe(true);
      }
    }
  });

  it("lets a name yield where there is no room, but never what is selected", () => {
    const everywhere = [{ left: 0, top: 0, ...view }];
    const name: Wish = { ...flag, spots: closeSpots(60, 14), tolerance: 60 };
    const [placedName, placedFlag] = placeLabels([name, flag], everywhere, view);
    expect(placedName).toBeNull();
    expect(placedFlag).not.toBeNull();
  });

  it("leaves a flag out rather than lay it over another, and leads none through another", () => {
    const crowd = Array.from({ length: 60 }, (_, index): Wish => {
      const at = { x: 120 + (index % 10) * 16, y: 120 + Math.floor(index / 10) * 12 };
      return { at, spots: leaderSpots(60, 18), tolerance: 300 };
    });
    const placed = placeLabels(crowd, [], view);
    const flags = crowd.flatMap(({ at }, index) => {
      const offset = placed[index];
      return offset == null ? [] : [{ at, x: at.x + offset.dx, y: at.y + offset.dy }];
    });
    expect(flags.length).toBeGreaterThan(8);
    expect(flags.length).toBeLessThan(60);
    for (const [index, one] of flags.entries()) {
      for (const [other, { x, y }] of flags.entries()) {
        if (other === index) continue;
        expect(Math.abs(one.x - x) >= 60 || Math.abs(one.y - y) >= 18).toBe(true);
        // The leader of a later flag keeps out of an earlier one.
        if (other > index) continue;
        for (let share = 0.1; share < 1; share += 0.02) {
          const [lineX, lineY] = [
            one.at.x + (one.x - one.at.x) * share,
            one.at.y + (one.y - one.at.y) * share,
          ];
          if (Math.hypot(lineX - one.at.x, lineY - one.at.y) < 14) continue;
          expect(Math.abs(lineX - x) < 28 && Math.abs(lineY - y) < 7).toBe(false);
        }
      }
    }
  });

  it("keeps a label inside the map", () => {
    const [placed] = placeLabels([{ ...flag, at: { x: 398, y: 2 } }], [], view);
    expect(398 + (placed?.dx ?? 0) + 30).toBeLessThanOrEqual(400);
    expect(2 + (placed?.dy ?? 0) - 9).toBeGreaterThanOrEqual(0);
  });
});

describe("pieces of the legs", () => {
  it("cover each leg without a hole and change State at the crossings", () => {
    const assessment = assessed(flightOver("LTAC ERZ TBS 4055N04700E 4120N04930E UATE UACC"));
    const pieces = legPieces(assessment);
    for (const leg of assessment.legs) {
      const own = pieces.filter((piece) => piece.leg === leg.index);
      const ends = own.map(({ line }) => [line[0], line.at(-1)] as const);
      expect(distance(ends[0]?.[0], leg.start)).toBeLessThan(0.02);
      expect(distance(ends.at(-1)?.[1], leg.end)).toBeLessThan(0.02);
      for (const [index, [start]] of ends.entries()) {
        if (index > 0) expect(distance(ends[index - 1]?.[1], start)).toBeLessThan(0.02);
      }
    }
    expect(new Set(pieces.map(({ state }) => state))).toEqual(
      new Set(assessment.requirements.map(({ state }) => state)),
    );
  });
});

describe("the degree scale", () => {
  it("takes finer bars as the map goes nearer", () => {
    expect([40, 10, 5, 1].map(scaleStep)).toEqual([1, 0.5, 1 / 6, 1 / 12]);
  });
});

describe("names of the FIRs", () => {
  /** A map 800 pixels wide at a zoom, with its middle at a place. */
  function chartAt(centre: { lat: number; lon: number }, zoom: number) {
    const world = 512 * 2 ** zoom;
    const y = (lat: number) =>
      (0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * world;
    const [left, top] = [((centre.lon + 180) / 360) * world - 400, y(centre.lat) - 300];
    return {
      view: () => ({ width: 800, height: 600, zoom }),
      project: ({ lat, lon }: { lat: number; lon: number }) => ({
        x: ((lon + 180) / 360) * world - left,
        y: y(lat) - top,
      }),
      unproject: (pixel: { x: number; y: number }) => ({
        lon: ((pixel.x + left) / world) * 360 - 180,
        lat: (Math.atan(Math.exp((0.5 - (pixel.y + top) / world) * 2 * Math.PI)) * 360) / Math.PI - 90,
      }),
    };
  }

  it.each([3.2, 4.4, 5.5, 7])("stand in their FIR and clear of the route at zoom %s", (zoom) => {
    const chart = chartAt({ lat: 44, lon: 50 }, zoom);
    // A broad route from corner to corner, over the places that names have of their own.
    const taken = Array.from({ length: 60 }, (_, step) => ({
      left: step * 13,
      top: 560 - step * 9.5,
      width: 60,
      height: 40,
    }));
    const names = firNamesOf(shipped.airspaces, chart)(shelfOf(taken)).features;
    const index = airspaceIndexOf(shipped.airspaces);
    expect(names.length).toBeGreaterThan(0);
    for (const { properties, geometry } of names) {
      if (geometry.type !== "Point") throw new Error("a name without a place");
      const [lon = 0, lat = 0] = geometry.coordinates;
      expect(firAt(index, { lon, lat })?.ident).toBe(properties?.ident);
      const { x, y } = chart.project({ lon, lat });
      const covered = taken.some(
        (box) => x > box.left && x < box.left + 60 && y > box.top && y < box.top + 40,
      );
      expect(covered).toBe(false);
    }
    // Aktobe's own place is under the route, or out of view: there is room for its name elsewhere.
    expect(names.map(({ properties }) => properties?.ident)).toContain("UATT");
  });
});

type At = { lat: number; lon: number } | undefined;

function distance(one: At, other: At): number {
  return one === undefined || other === undefined
    ? Number.POSITIVE_INFINITY
    : courseAndDistance(one, other).distanceNm;
}
