import { expect, test } from "vitest";
import { inTheBrowser } from "./driver/open-planner.ts";

for (const [width, height] of [
  [1440, 900],
  [1024, 700],
] as const)
  for (const theme of ["light", "dark"] as const)
    inTheBrowser(
      `At ${width} by ${height}, ${theme}`,
      (desk) => {
        test("axe finds nothing, and nothing runs out of the window", async () => {
          const { planner } = desk();
          expect(await planner.axeFinds(), "first start").toEqual([]);
          await planner.opensTheExample();
          expect(await planner.axeFinds(), "the example").toEqual([]);
          expect(await planner.overflow()).toEqual({ x: 0, y: 0 });
          await planner.opensAuthorization("GE");
          expect(await planner.axeFinds(), "an authorization being edited").toEqual([]);
          await planner.selectsWaypoint("ERZ");
          expect(await planner.axeFinds(), "a waypoint being edited").toEqual([]);
          await planner.presses("?");
          expect(await planner.axeFinds(), "the shortcuts").toEqual([]);
          await planner.closesTheDialog();
          await planner.chooses("export-packet");
          expect(await planner.axeFinds(), "the export dialog").toEqual([]);
          await planner.closesTheDialog();
          expect(await planner.overflow()).toEqual({ x: 0, y: 0 });
        });
      },
      { width, height, theme },
    );
