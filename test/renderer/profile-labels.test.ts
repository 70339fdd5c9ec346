// @vitest-environment node
import { describe, expect, it } from "vitest";
import { levelRuns } from "#renderer/panels/profile-geometry.ts";
import { type Cut, cutLabels, shortened, widestGap } from "#renderer/panels/profile-labels.ts";
import { assessed, flightOver } from "#test/builders/plan.ts";

const chart = { left: 0, right: 1_000 };
const LETTER = 6;

function cutsAt(...xs: number[]): Cut[] {
  return xs.map((x, index) => ({ index, x, text: `X${index} 0703Z`, short: `X${index}` }));
}

describe("words of the crossings in the profile", () => {
  it("stand right of their line, else left of it", () => {
    expect(cutLabels(cutsAt(100, 980), chart, LETTER)).toEqual([
      { index: 0, text: "X0 0703Z", x: 103, anchor: "start" },
      { index: 1, text: "X1 0703Z", x: 977, anchor: "end" },
    ]);
  });

  it("never run through a line or over other words, and shrink before they go", () => {
    // From far apart to one upon the other.
    const cuts = cutsAt(...Array.from({ length: 40 }, (_, index) => 990 - 800 / (index + 1)).map(Math.round));
    const labels = cutLabels(cuts, chart, LETTER);
    const boxes = labels.map(({ text, x, anchor }) => {
      const width = text.length * LETTER;
      return anchor === "start" ? [x, x + width] : [x - width, x];
    });
    expect(labels.length).toBeGreaterThan(3);
    expect(labels.length).toBeLessThan(cuts.length);
    expect(labels.some(({ text }) => text.length < 4)).toBe(true);
    for (const [index, [from = 0, to = 0]] of boxes.entries()) {
      expect(from).toBeGreaterThanOrEqual(chart.left);
      expect(to).toBeLessThanOrEqual(chart.right);
      expect(cuts.filter(({ x }) => x > from && x < to)).toEqual([]);
      for (const [start = 0, end = 0] of boxes.slice(index + 1))
        expect(end <= from || start >= to).toBe(true);
    }
  });

  it("leave a level where no line cuts it, and nothing where all is cut", () => {
    expect(widestGap(0, 100, [20, 90], 30)).toBe(55);
    expect(widestGap(0, 100, [20, 40, 60, 80], 30)).toBeNull();
  });

  it("cut a name to its room and say that they did", () => {
    expect(shortened("Kazakhstan", 200, 6)).toBe("Kazakhstan");
    expect(shortened("Kazakhstan", 40, 6)).toBe("Kazak…");
    expect(shortened("Kazakhstan", 18, 6)).toBe("");
  });

  it("say every level that is flown, once for each stretch", () => {
    const flight = flightOver("LTAC ERZ TBS UATE+90 UACC");
    const [, second] = flight.waypoints;
    const changed = flight.waypoints.map((each) =>
      each.id === second?.id ? { ...each, levelFl: 350 } : each,
    );
    const runs = levelRuns(assessed({ ...flight, waypoints: changed }));
    expect(runs.map(({ levelFl }) => levelFl)).toEqual([flight.cruise.levelFl, 350, 350]);
    expect(runs[1]?.fromAt).toBe(runs[0]?.toAt);
  });
});
