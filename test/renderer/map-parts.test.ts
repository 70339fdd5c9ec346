// @vitest-environment node
import { describe, expect, it } from "vitest";
import { courseAndDistance } from "#domain/geo/geodesic.ts";
import { scaleStep } from "#renderer/map/degree-scale.ts";
import { nearestPoint, pixelsToLine } from "#renderer/map/hit.ts";
import { closeSpots, leaderSpots, placeLabels, type Wish } from "#renderer/map/placement.ts";
import { legPieces } from "#renderer/map/sources.ts";
import { assessed, flightOver } from "#test/builders/plan.ts";

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

type At = { lat: number; lon: number } | undefined;

function distance(one: At, other: At): number {
  return one === undefined || other === undefined
    ? Number.POSITIVE_INFINITY
    : courseAndDistance(one, other).distanceNm;
}
