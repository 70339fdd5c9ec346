import { expect, test } from "vitest";
import { inTheBrowser } from "./driver/open-planner.ts";

inTheBrowser("Findings and crossings", (desk) => {
  test("a corridor that touches another FIR is said, and shown on the map when chosen", async () => {
    const { planner } = desk();
    await planner.startsAFlight();
    // Along the Caspian, a few miles outside Tehran FIR's northern limit at 38 N.
    await planner.typesRoute("4010N05000E 4010N05150E UATE");
    await planner.typesRoute("LTAC TBS 3900N04930E UATE");
    const before = await planner.chart.center();
    const findings = await planner.sectionText("Findings");
    expect(findings).not.toMatch(/Nothing to correct/);
    const numbers = await planner.findingsOnTheMap();
    expect(numbers.length).toBeGreaterThan(0);
    expect(before.lat).toBeGreaterThan(30);
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
