import { expect, test } from "vitest";
import { inTheBrowser } from "./driver/open-planner.ts";

inTheBrowser("Without a mouse", (desk) => {
  test("a flight is started, routed, changed, undone and searched for", async () => {
    const { planner } = desk();
    await planner.presses("Alt+n");
    await planner.seesFlight("No call sign");
    await planner.presses("Escape");
    await planner.tabsTo("Route text");
    await planner.types("LTAC ERZ UACC");
    await planner.presses("Enter");
    await planner.seesRoute("LTAC", "ERZ", "UACC");

    await planner.tabsTo("ERZ");
    await planner.presses("Enter");
    await planner.tabsTo("Chart: arrow keys move the selected waypoint");
    const before = await planner.legs();
    await planner.presses("Shift+ArrowUp");
    await expect.poll(() => planner.waypoints()).not.toContain("ERZ");
    expect(await planner.legs()).not.toEqual(before);
    await planner.presses("Control+z");
    await planner.seesRoute("LTAC", "ERZ", "UACC");
    await planner.presses("Delete");
    await planner.seesRoute("LTAC", "UACC");
    await planner.presses("Control+z");
    await planner.seesRoute("LTAC", "ERZ", "UACC");
    await planner.presses("Control+Shift+z");
    await planner.seesRoute("LTAC", "UACC");

    await planner.presses("/");
    await expect.poll(() => planner.whatIsFocused()).toMatch(/Search flights/);
    await planner.types("UACC");
    await expect.poll(() => planner.flightsListed()).toHaveLength(1);
    await planner.types("X");
    await expect.poll(() => planner.flightsListed()).toHaveLength(0);
  });

  test("the menu of a waypoint opens on its row and on the map, and gives the focus back", async () => {
    const { planner } = desk();
    await planner.opensTheExample();
    await planner.tabsTo("TBS");
    await planner.presses("Shift+F10");
    expect(await planner.menu()).toContain("Delete TBS");
    await planner.presses("ArrowDown", "ArrowUp", "End");
    await expect.poll(() => planner.whatIsFocused()).toBe("Reverse route");
    await planner.presses("Escape");
    expect(await planner.whatIsFocused()).toMatch(/^TBS/);

    await planner.tabsTo("Chart: arrow keys");
    await planner.presses("ContextMenu");
    expect(await planner.menu()).toContain("Delete TBS");
    await planner.presses("Escape");
    expect(await planner.whatIsFocused()).toMatch(/^Chart/);
    await planner.presses("ContextMenu", "Home", "Enter");
    await expect.poll(() => planner.waypoints()).not.toContain("TBS");
  });

  test("the example is found among the commands also when there are flights", async () => {
    const { planner } = desk();
    await planner.startsAFlight();
    await planner.presses("Escape");
    await planner.tabsTo("Commands");
    await planner.presses("Enter");
    await planner.tabsTo("Open the example flight");
    await planner.presses("Enter");
    await planner.seesFlight("DALIZ01");
  });
});

inTheBrowser(
  "Without a mouse, in a small window",
  (desk) => {
    test("a flight is deleted and restored, and the list is opened and left", async () => {
      const { planner } = desk();
      await planner.opensTheExample();
      await planner.presses("/");
      await expect.poll(() => planner.whatIsFocused()).toMatch(/Search flights/);
      expect(await planner.flightsListed()).toEqual(["DALIZ01"]);
      await planner.presses("Escape");
      await expect.poll(() => planner.whatIsFocused()).toBe("Show flights");
      await planner.tabsTo("Commands");
      await planner.presses("Enter");
      await planner.tabsTo("Delete flight");
      await planner.presses("Enter");
      await planner.tabsTo("Delete flight");
      await planner.presses("Enter");
      await planner.seesFlight("No flight is open");
      await planner.tabsTo("Restore");
      await planner.presses("Enter");
      await planner.seesFlight("DALIZ01");
      expect(await planner.axeFinds()).toEqual([]);
    });
  },
  { width: 1024, height: 700 },
);
