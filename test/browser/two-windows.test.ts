import { expect, test } from "vitest";
import { inTheBrowser } from "./driver/open-planner.ts";

inTheBrowser("Two windows", (desk) => {
  test("the list follows what the other one saves, and a conflict says what is lost", async () => {
    const { planner, host } = desk();
    await planner.opensTheExample();
    await planner.seesSaved();
    const other = await planner.opensAnotherWindow(host.url);
    await other.seesFlight("DALIZ01");

    await planner.callsItself("FIRST");
    await planner.seesSaved();
    await expect.poll(() => other.flightsListed()).toEqual(["FIRST"]);

    await other.callsItself("SECOND");
    await other.clicksButton("Choose a version");
    await expect.poll(() => other.dialogText()).toMatch(/Call sign\s+SECOND\s+FIRST/);
    expect(await other.dialogText()).not.toMatch(/Route/);
    await other.clicksButton(/Keep mine/);
    await other.seesSaved();
    await expect.poll(() => planner.flightsListed()).toEqual(["SECOND"]);

    await planner.callsItself("THIRD");
    await planner.clicksButton("Choose a version");
    await planner.clicksButton(/Take the saved one/);
    await planner.seesFlight("SECOND");
    await planner.seesSaved();
  });

  test("nothing waits for a network", async () => {
    const { planner } = desk();
    await planner.opensTheExample();
    await planner.losesTheNetwork();
    await planner.searchesFlights("QQQQ");
    await expect.poll(() => planner.flightsListed()).toEqual([]);
    await planner.exportsThePacket();
    await planner.closesTheDialog();
  });
});
