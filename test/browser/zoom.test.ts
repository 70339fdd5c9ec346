import { expect, test } from "vitest";
import { inTheBrowser } from "./driver/open-planner.ts";

// What a zoom of 200 % leaves of 1440 by 900, and of the smallest window.
for (const [width, height] of [
  [720, 450],
  [512, 350],
] as const)
  inTheBrowser(
    `With ${width} by ${height} pixels`,
    (desk) => {
      test("everything can be scrolled to, and nothing is cut or covered", async () => {
        const { planner } = desk();
        await planner.opensTheExample();
        expect(await planner.axeFinds()).toEqual([]);
        expect((await planner.overflow()).x).toBe(0);
        for (const part of [
          '[data-command="undo"]',
          '[data-command="export-packet"]',
          '[data-command="theme"]',
          ".top-bar .clock",
          ".map-frame",
          '[role="toolbar"]',
          '[aria-label="Legend"]',
          ".scale-bar",
          '[aria-label="Profile"] header',
          '[aria-label="Hide profile"]',
          "[data-row-waypoint] th",
          '[data-row-crossing="5"]',
          "[data-margin-kg]",
          '[data-state="KZ"] .state-row',
          '[data-row-finding="3"]',
          "[data-save]",
        ])
          expect(await planner.canBeSeen(part), part).toBe(true);
        await planner.chooses("export-packet");
        expect(await planner.canBeSeen("dialog footer"), "the foot of a dialog").toBe(true);
        await planner.closesTheDialog();
      });
    },
    { width, height },
  );

inTheBrowser("The side panels", (desk) => {
  test("are made wider with the keyboard and the mouse, and stay so", async () => {
    const { planner } = desk();
    await planner.opensTheExample();
    const before = await planner.widthOf("inspector");
    await planner.tabsTo("Width of the inspector");
    await planner.presses("ArrowLeft", "ArrowLeft");
    await expect.poll(() => planner.widthOf("inspector")).toBe(before + 32);
    await planner.dragsTheEdge("Width of the flights", 60);
    expect(await planner.widthOf("flights")).toBe(236 + 60);
    await planner.reloads();
    await expect.poll(() => planner.widthOf("flights")).toBe(236 + 60);
    expect(await planner.widthOf("inspector")).toBe(before + 32);
    await planner.tabsTo("Width of the inspector");
    await planner.presses("Enter");
    await expect.poll(() => planner.widthOf("inspector")).toBe(before);
  });
});
