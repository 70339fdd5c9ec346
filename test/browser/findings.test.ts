import { expect, test } from "vitest";
import { inTheBrowser } from "./driver/open-planner.ts";

inTheBrowser("Findings and crossings", (desk) => {
  test("a corridor that touches another FIR is said, and shown on the map when chosen", async () => {
    const { planner } = desk();
    await planner.startsAFlight();
    // Turns 3.5 NM before the limit of Astana FIR, with 5 NM on each side.
    await planner.typesRoute("UATE 4350N05210E 4833N06240E");
    await planner.seesFinding(/corridor enters UACN/);
    await planner.choosesFinding(/corridor enters UACN/);
    const number = await planner.numberOfFinding(/corridor enters UACN/);
    expect(await planner.findingsOnTheMap()).toContain(number);
    // Narrower, it touches nothing any more.
    await planner.makesTheCorridor(3);
    await planner.seesNoFinding(/corridor enters UACN/);
    expect(await planner.firs()).not.toContain("UACN");
  });

  test("every finding that has a place stands on the map under its number, and is in view when chosen", async () => {
    const { planner } = desk();
    await planner.opensTheExample();
    const numbers = await planner.findingsOnTheMap();
    expect(numbers.length).toBeGreaterThan(2);
    const said = await planner.sectionText("Findings");
    for (const number of numbers) expect(said).toContain(`${number} `);
  });

  test("a chosen crossing is in view", async () => {
    const { planner } = desk();
    await planner.opensTheExample();
    await planner.makesTheWindow(1024, 700);
    for (const { label } of await planner.crossings()) {
      const at = await planner.choosesCrossing(label);
      expect(await planner.chart.shows(at), label).toBe(true);
    }
  });
});
