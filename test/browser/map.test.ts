import { expect, test } from "vitest";
import { geodesicLine } from "#domain/geo/geodesic.ts";
import { coordinateText } from "#domain/route/coordinate.ts";
import { inTheBrowser } from "./driver/open-planner.ts";

const IZMIR = { lat: 38.4, lon: 27.1 };
const OSKEMEN = { lat: 49.95, lon: 82.6 };
const UACC = { lat: 51.02, lon: 71.47 };

/** From Ankara to Astana in 50 points that zigzag over the limits of the FIRs. */
function crowdedRoute(): string {
  const line = geodesicLine({ lat: 40.1, lon: 33 }, { lat: 51, lon: 71.5 });
  const points = Array.from({ length: 48 }, (_, index) => {
    const { lat, lon } = line.at((line.distanceNm * (index + 1)) / 49);
    return coordinateText({ lat: lat + (index % 2 === 0 ? 1.2 : -1.2), lon });
  });
  return ["LTAC", ...points, "UACC"].join(" ");
}

inTheBrowser("The map", (desk) => {
  test("shows Türkiye and Kazakhstan at the first start", async () => {
    const { planner } = desk();
    expect(await planner.chart.shows(IZMIR)).toBe(true);
    expect(await planner.chart.shows(OSKEMEN)).toBe(true);
  });

  test("lays no words over others, however many points the route has", async () => {
    const { planner } = desk();
    await planner.startsAFlight();
    await planner.endsDrawing();
    await planner.typesRoute(crowdedRoute());
    const words = await planner.chart.words();
    expect(words.map(({ text }) => text).join(" ")).toMatch(/LTAC.*UACC|UACC.*LTAC/);
    for (const [index, one] of words.entries()) {
      for (const other of words.slice(index + 1)) {
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        // Letters leave some of their box empty.
        if (width > 3 && height > 3) expect.soft(`${one.text} lies over ${other.text}`).toBe("");
      }
    }

    // What found no room is said where the pointer asks for it.
    const shown = words.map(({ text }) => text);
    const hidden = (await planner.waypoints()).filter((ident) => !shown.includes(ident));
    const [ident = ""] = hidden.filter((each) => /^\d/.test(each)).slice(20);
    expect(ident).not.toBe("");
    await planner.chart.hovers(await planner.positionOf(ident));
    await expect.poll(async () => (await planner.chart.words()).map(({ text }) => text)).toContain(ident);
  });

  test("says on its flags which crossings are on the next day", async () => {
    const { planner } = desk();
    await planner.opensTheExample();
    await planner.leavesAt("2330Z");
    await expect.poll(async () => (await planner.crossings()).at(-1)?.time).toMatch(/^\d{4}Z\+1$/);
    await planner.seesEveryCrossingOnTheMap();
  });

  test("draws the next leg as it will be flown, and says what a click would snap to", async () => {
    const { planner } = desk();
    await planner.startsAFlight();
    await planner.clicksOnTheMap({ lat: 50, lon: 30 });
    await planner.chart.hovers({ lat: 50, lon: 85 });
    expect(await planner.chart.bow()).toBeGreaterThan(10);
    expect(await planner.chart.snapsTo()).toBe("");
    await planner.chart.hovers({ lat: UACC.lat + 0.05, lon: UACC.lon });
    expect(await planner.chart.snapsTo()).toMatch(/^UACC /);
  });

  test("goes to what is selected when it is told to, and otherwise only when that is out of view", async () => {
    const { planner } = desk();
    await planner.opensTheExample();
    const { zoom, center } = { zoom: await planner.chart.zoom(), center: await planner.chart.center() };
    await planner.choosesCrossing("X1");
    expect(await planner.chart.zoom()).toBe(zoom);
    expect(await planner.chart.center()).toEqual(center);
    await planner.chooses("zoom-selection");
    await expect.poll(() => planner.chart.zoom()).toBeGreaterThan(zoom + 2);
    const near = await planner.chart.zoom();
    const at = await planner.choosesCrossing("X5");
    expect(await planner.chart.shows(at)).toBe(true);
    expect(await planner.chart.zoom()).toBe(near);
  });

  test("is moved and scaled by keys, and its tools are reached by Tab", async () => {
    const { planner } = desk();
    await planner.opensTheExample();
    const before = { center: await planner.chart.center(), zoom: await planner.chart.zoom() };
    await planner.tabsTo("Chart: arrow keys");
    await planner.presses("ArrowRight", "ArrowUp");
    await planner.chart.settles();
    const moved = await planner.chart.center();
    expect(moved.lon).toBeGreaterThan(before.center.lon + 1);
    expect(moved.lat).toBeGreaterThan(before.center.lat + 1);
    await planner.presses("+");
    await expect.poll(() => planner.chart.zoom()).toBeCloseTo(before.zoom + 1, 2);
    await planner.presses("-");
    await expect.poll(() => planner.chart.zoom()).toBeCloseTo(before.zoom, 2);
    for (const tool of ["Select and move", "Draw route", "Fit route", "Layers", "Zoom in", "Zoom out"]) {
      await planner.tabsTo(tool);
    }
  });
});

inTheBrowser("The profile", (desk) => {
  test("chooses a crossing for the table and the map, by mouse and by keys", async () => {
    const { planner } = desk();
    await planner.opensTheExample();
    await planner.choosesCrossingInTheProfile("X5");
    await expect.poll(() => planner.selectedCrossing()).toBe("X5");
    await planner.presses("ArrowLeft", "Enter");
    await expect.poll(() => planner.selectedCrossing()).toBe("X4");
    await expect.poll(() => planner.selectedOnTheMap()).toMatch(/^X4 /);
  });

  test("brings the row of what is chosen into view", async () => {
    const { planner } = desk();
    await planner.startsAFlight();
    await planner.endsDrawing();
    await planner.typesRoute(crowdedRoute());
    await planner.choosesCrossingInTheProfile("X2");
    await expect.poll(() => planner.selectedCrossing()).toBe("X2");
    await expect.poll(() => planner.seesTheSelectedRow()).toBe(true);
  });
});
