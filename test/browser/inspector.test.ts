import { expect, test } from "vitest";
import { inTheBrowser } from "./driver/open-planner.ts";

inTheBrowser("The inspector", (desk) => {
  test("says at once which States, how many findings and which margin, also of a long route", async () => {
    const { planner } = desk();
    await planner.startsAFlight();
    await planner.typesRoute(
      `LTAC ${Array.from({ length: 40 }, (_, at) => `${4000 + at}N0${35 + Math.floor(at / 4)}${10 + at}E`).join(" ")} UACC`,
    );
    await planner.seesRoute(...(await planner.waypoints()));
    expect(await planner.verdict()).toEqual(
      expect.objectContaining({
        states: await planner.states(),
        findings: expect.stringMatching(/stops? release/),
      }),
    );
    expect((await planner.verdict()).margin).toMatch(/^Margin [\d.]+ t$/);
    // Kazakhstan's row lies far below: its code in the head leads there.
    await planner.goesToState("KZ");
    await planner.seesStateAs("KZ", /Nothing recorded/);
    await expect.poll(() => planner.whatIsFocused()).toMatch(/Kazakhstan/);
    await expect.poll(() => planner.isSeen('[data-state="KZ"] .state-row')).toBe(true);
    expect(await planner.isSeen('[data-verdict="KZ"]')).toBe(true);
  });

  test("shows every authorization of the example at 1440 by 900", async () => {
    const { planner } = desk();
    await planner.opensTheExample();
    for (const state of await planner.states())
      expect(await planner.isSeen(`[data-state="${state}"] .state-row`), state).toBe(true);
  });
});
