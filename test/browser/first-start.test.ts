import { expect, test } from "vitest";
import { inTheBrowser } from "./driver/open-planner.ts";

inTheBrowser("A first start", (desk) => {
  test("offers the example and a flight of one's own", async () => {
    const { planner } = desk();
    const text = await planner.text();
    expect(text).toContain("Open the example flight");
    expect(text).toContain("New flight");
    expect(await planner.flightsListed()).toEqual([]);
  });

  test("opens the example: Ankara by Aktau to Astana, with its crossings, States, payload and findings", async () => {
    const { planner } = desk();
    await planner.opensTheExample();
    await planner.seesRoute("LTAC", "ERZ", "TBS", "4055N04700E", "4120N04930E", "UATE", "UACC");
    await planner.seesStates("TR", "AM", "GE", "AZ", "KZ");
    expect((await planner.firs())[0]).toBe("LTAA");
    expect((await planner.firs()).at(-1)).toBe("UACN");
    await planner.seesEveryCrossingOnTheMap();
    expect(await planner.sectionText("Payload")).toMatch(/margin/);
    expect(await planner.sectionText("Findings")).not.toBe("");
    expect((await planner.flightsListed()).length).toBe(1);
    await planner.seesSaved();
  });

  test("shows the same flight again after a reload, and after the host was killed", async () => {
    const { planner, host } = desk();
    await planner.opensTheExample();
    await planner.carriesKilograms(7_700);
    await planner.seesSaved();
    const before = { legs: await planner.legs(), crossings: await planner.crossings() };
    await planner.reloads();
    await planner.seesFlight("cargo 7");
    expect({ legs: await planner.legs(), crossings: await planner.crossings() }).toEqual(before);

    await planner.opensDaliz(await host.killAndRestart());
    await planner.seesFlight("cargo 7");
    expect({ legs: await planner.legs(), crossings: await planner.crossings() }).toEqual(before);
  });
});
