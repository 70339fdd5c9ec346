import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { mapSvg } from "#domain/packet/map.ts";
import { coordinateText } from "#domain/route/coordinate.ts";
import { readBasemap } from "#electron/packet/basemap.ts";
import { assessed, exampleFlight, flightOver, shipped, zulu } from "#test/builders/plan.ts";

const basemap = readBasemap(fileURLToPath(new URL("../../../data", import.meta.url)));
const SIZE = { width: 515, height: 330 };

/** Boxes of the flags, and the words in them. */
function flagsOf(flight: typeof exampleFlight, size = SIZE) {
  const svg = mapSvg({ flight, assessment: assessed(flight), reference: shipped, basemap }, size);
  const flags = svg.matchAll(
    /<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)" fill="#FFFFFF" stroke="#12191E" stroke-width="0.6"\/>(?:<[^>]*>)*?([^<>]+)</g,
  );
  return [...flags].map(([, x, y, width, height, text = ""]) => {
    const [left, top] = [Number(x), Number(y)];
    return { text, left, top, right: left + Number(width), bottom: top + Number(height) };
  });
}

describe("the map of a packet", () => {
  it("flags every crossing of the example with its time", () => {
    const { crossings } = assessed(exampleFlight);
    expect(flagsOf(exampleFlight).map(({ text }) => text.split(" ")[0])).toEqual(
      crossings.slice(1).map(({ index }) => `X${index}`),
    );
  });

  it("says which crossings are on the next day", () => {
    const flight = flightOver("LTAC UACC", { offBlockAt: zulu("2026-12-01T22:30Z") });
    expect(flagsOf(flight).map(({ text }) => text)).toContain("X5 0201Z+1");
  });

  it("lays no flag over another, however many limits are crossed", () => {
    const points = Array.from({ length: 48 }, (_, index) =>
      coordinateText({ lat: 37 + (index % 2) * 3 + index * 0.22, lon: 34 + index * 0.85 }),
    );
    const flags = flagsOf(flightOver(`LTAC ${points.join(" ")} UACC`), { width: 320, height: 200 });
    expect(flags.length).toBeGreaterThan(8);
    for (const [index, one] of flags.entries()) {
      for (const other of flags.slice(index + 1)) {
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (width > 0.2 && height > 0.2) expect.soft(`${one.text} lies over ${other.text}`).toBe("");
      }
    }
  });
});
