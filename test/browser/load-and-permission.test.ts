import { expect, test } from "vitest";
import { inTheBrowser } from "./driver/open-planner.ts";

inTheBrowser("Load and permission", (desk) => {
  test("the margin is what the binding sector leaves, and turns negative when the load is too much", async () => {
    const { planner } = desk();
    await planner.startsAFlight();
    await planner.typesRoute("LTAC UATE+90 UACC");
    await planner.carriesKilograms(10_000);
    await expect.poll(() => planner.marginKg()).toBeGreaterThan(0);
    const light = await planner.marginKg();
    expect(light).toBeCloseTo((await planner.limitKg()) - 10_000, 0);
    await planner.carriesKilograms(12_500);
    await expect.poll(() => planner.marginKg()).toBe(light - 2_500);
    await planner.carriesKilograms(60_000);
    await expect.poll(() => planner.marginKg()).toBe(light - 50_000);
    expect(await planner.sectionText("Payload")).toContain("−");
    await planner.seesFinding(/load|payload|kg/i);
  });

  test("paratroopers are carried by seats and by mass", async () => {
    const { planner } = desk();
    await planner.startsAFlight();
    await planner.typesRoute("LTAC UATE");
    await planner.carriesParatroopers(116);
    expect(await planner.sectionText("Payload")).toContain("116 paratroopers");
    await planner.carriesParatroopers(117);
    await planner.seesFinding(/117|seats/i);
  });

  test("a grant clears its State, and goes stale when the route moves", async () => {
    const { planner } = desk();
    await planner.startsAFlight();
    await planner.typesRoute("LTAC TBS UATE");
    await planner.seesStateAs("GE", /Nothing recorded/);
    await planner.seesStateAs("GE", /Blocked|Pending/);
    await planner.opensAuthorization("GE");
    await planner.recordsAuthorization("GE", { status: "Granted", number: "GE 118" });
    await planner.seesStateAs("GE", /Pending\s+Recorded as granted, but without a window/);
    const { from, to } = await planner.daysOfTheFlight();
    await planner.recordsAuthorization("GE", { status: "Granted", number: "GE 118", from, to });
    await planner.seesStateAs("GE", /Cleared/);
    await planner.seesStateAs("GE", /GE 118/);
    await planner.seesSaved();
    await planner.reloads();
    await planner.seesStateAs("GE", /GE 118/);

    await planner.dragsWaypoint("TBS", { lat: 42.6, lon: 43.4 });
    await planner.seesStateAs("GE", /Stale/);
    await planner.undoes();
    await planner.seesStateAs("GE", /Cleared/);
  });

  test("a number may be recorded, and an impossible window is refused where it is typed", async () => {
    const { planner } = desk();
    await planner.startsAFlight();
    await planner.typesRoute("LTAC UACC");
    await planner.opensAuthorization("KZ");
    await planner.recordsAuthorization("KZ", {
      status: "Requested",
      number: "KZ 7",
      from: "35 Dec 2026 0000Z",
    });
    await expect.poll(() => planner.sectionText("Authorizations")).toMatch(/UTC|date|such as/i);
    await planner.seesStateAs("KZ", /Requested, KZ 7/);
  });
});
