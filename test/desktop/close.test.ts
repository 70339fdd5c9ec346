import { expect, test } from "vitest";
import { inTheWindow } from "./driver.ts";

inTheWindow("Closing the desktop window", (window) => {
  test("asks while a field holds text that was not taken, and stays open when told to", async () => {
    const { planner, pressesClose } = window();
    await planner.opensTheExample();
    await planner.seesSaved();
    await planner.tabsTo("Route text");
    await planner.types(" NOWHERE");
    expect(await pressesClose("Keep open")).toEqual({ asked: true, closed: false });
    expect(await planner.routeText()).toMatch(/NOWHERE/);
    expect(await pressesClose("Close and lose it")).toEqual({ asked: true, closed: true });
  });
});

inTheWindow("Closing the desktop window with all saved", (window) => {
  test("simply closes", async () => {
    const { planner, pressesClose } = window();
    await planner.opensTheExample();
    await planner.seesSaved();
    expect(await pressesClose("Keep open")).toEqual({ asked: false, closed: true });
  });
});
