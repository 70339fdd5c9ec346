// @vitest-environment node
import { describe, expect, it } from "vitest";
import { levelLines, levelScale, timeAxisOf, windowOnAxis } from "#renderer/panels/profile-geometry.ts";
import { assessed, flightOver, zulu } from "#test/builders/plan.ts";

const axis = timeAxisOf(zulu("2026-12-01T06:00Z"), zulu("2026-12-01T12:00Z"), 60, 780);

describe("the profile", () => {
  it("lays time out evenly, with ticks on round hours", () => {
    expect(axis.x(zulu("2026-12-01T06:00Z"))).toBe(60);
    expect(axis.x(zulu("2026-12-01T09:00Z"))).toBe(420);
    expect(axis.ticks.map(({ x }) => x)).toEqual([60, 180, 300, 420, 540, 660, 780]);
  });

  it("draws one line for each sector, from the ground to the ground", () => {
    const assessment = assessed(flightOver("LTAC UATE+90 UACC"));
    const lines = levelLines(assessment, axis, (levelFl) => 100 - levelFl / 10);
    expect(lines).toHaveLength(2);
    for (const [index, line] of lines.entries()) {
      const points = line.split(" ");
      const sector = assessment.sectors[index];
      expect(points[0]).toBe(`${axis.x(sector?.takeOffAt ?? zulu("2026-12-01T06:00Z")).toFixed(1)},100.0`);
      expect(points.at(-1)).toMatch(/,100\.0$/);
    }
  });

  it("rules the chart up to above the highest level", () => {
    const { topFl, rules } = levelScale(assessed(flightOver("LTAC UACC")));
    expect(rules).toEqual([100, 200, 300]);
    expect(topFl).toBeGreaterThan(310);
  });

  it("cuts a window to the axis and knows the open ends", () => {
    expect(windowOnAxis(zulu("2026-12-01T07:00Z"), zulu("2026-12-01T08:00Z"), axis)).toEqual({
      x: 180,
      width: 120,
      openLeft: false,
      openRight: false,
    });
    expect(windowOnAxis(zulu("2026-01-01T00:00Z"), null, axis)).toMatchObject({
      x: 60,
      width: 720,
      openLeft: true,
    });
    expect(windowOnAxis(zulu("2026-12-02T00:00Z"), zulu("2026-12-03T00:00Z"), axis)).toBeNull();
  });
});
