import { expect, test } from "vitest";
import { inTheBrowser } from "./driver/open-planner.ts";

const ERZ_NORTH = { lat: 41.6, lon: 41.5 };

inTheBrowser("The route", (desk) => {
  test("is typed, and crosses Rostov when it goes straight to Astana", async () => {
    const { planner } = desk();
    await planner.startsAFlight();
    await planner.typesRoute("LTAC UACC");
    await planner.seesRoute("LTAC", "UACC");
    expect(await planner.firs()).toContain("URRV");
    expect(await planner.states()).toContain("RU");
    await planner.seesEveryCrossingOnTheMap();
    await planner.seesSaved();
  });

  test("is drawn with clicks, from the first to the last", async () => {
    const { planner } = desk();
    await planner.startsAFlight();
    await planner.drawsOnTheMap({ lat: 40.5, lon: 44 }, { lat: 43, lon: 50 }, { lat: 46, lon: 60 });
    const drawn = await planner.waypoints();
    expect(drawn).toHaveLength(3);
    // In the order of the clicks, each to a few minutes of arc: a pixel is that wide.
    expect(drawn[0]).toMatch(/^40[23]\dN04[34]\d\dE$/);
    expect(drawn[1]).toMatch(/^4[23]\d\dN0(49|50)\d\dE$/);
    expect(drawn[2]).toMatch(/^4[56]\d\dN0(59|60)\d\dE$/);
    expect((await planner.legs()).length).toBe(2);
    expect(await planner.routeText()).toBe(drawn.join(" "));
  });

  test("takes an aerodrome where a click falls beside it", async () => {
    const { planner } = desk();
    await planner.startsAFlight();
    await planner.drawsOnTheMap({ lat: 40.5, lon: 44 }, { lat: 46, lon: 60 });
    await planner.clicksBesideAndSnaps({ lat: 51.05, lon: 71.5 });
    expect((await planner.waypoints()).at(-1)).toBe("UACC");
  });

  test("grows by a place found by its name", async () => {
    const { planner } = desk();
    await planner.startsAFlight();
    await planner.searchesAndAdds("LTAC");
    await planner.searchesAndAdds("Aktau");
    await planner.seesRoute("LTAC", "UATE");
  });

  test("follows a dragged waypoint: crossings and payload move under the hand", async () => {
    const { planner } = desk();
    await planner.startsAFlight();
    await planner.typesRoute("LTAC 4130N04430E UACC");
    await planner.carriesKilograms(20_000);
    await planner.seesSaved();
    const before = { crossings: await planner.crossings(), margin: await planner.marginKg() };
    let under: typeof before | undefined;
    await planner.dragsWaypoint("4130N04430E", { lat: 37.5, lon: 57 }, async () => {
      await expect.poll(() => planner.firs()).toContain("OIIX");
      under = { crossings: await planner.crossings(), margin: await planner.marginKg() };
      await planner.seesEveryCrossingOnTheMap();
    });
    expect(under?.margin).toBeLessThan(before.margin);
    expect(await planner.crossings()).toEqual(under?.crossings);
    expect(await planner.states()).toContain("IR");

    await planner.undoes();
    await expect.poll(() => planner.crossings()).toEqual(before.crossings);
    await planner.seesRoute("LTAC", "4130N04430E", "UACC");
    expect(await planner.marginKg()).toBe(before.margin);
    await planner.redoes();
    await expect.poll(() => planner.crossings()).toEqual(under?.crossings);
  });

  test("takes a new point where a leg is dragged, and gives it back to Undo", async () => {
    const { planner } = desk();
    await planner.opensTheExample();
    await planner.dragsTheLeg({ lat: 40.05, lon: 37 }, ERZ_NORTH);
    await expect.poll(() => planner.waypoints()).toHaveLength(8);
    const [first, inserted, third] = await planner.waypoints();
    expect([first, third]).toEqual(["LTAC", "ERZ"]);
    expect(inserted).toMatch(/^41[34]\dN041[23]\dE$/);
    await planner.undoes();
    await planner.seesRoute("LTAC", "ERZ", "TBS", "4055N04700E", "4120N04930E", "UATE", "UACC");
  });

  test("loses a waypoint, is turned round, and every step can be undone and done again", async () => {
    const { planner } = desk();
    await planner.opensTheExample();
    await planner.deletesWaypoint("TBS");
    await planner.seesRoute("LTAC", "ERZ", "4055N04700E", "4120N04930E", "UATE", "UACC");
    await planner.reversesTheRoute();
    await planner.seesRoute("UACC", "UATE", "4120N04930E", "4055N04700E", "ERZ", "LTAC");
    expect((await planner.states())[0]).toBe("KZ");
    await planner.undoes();
    await planner.undoes();
    await planner.seesRoute("LTAC", "ERZ", "TBS", "4055N04700E", "4120N04930E", "UATE", "UACC");
    await planner.redoes();
    await planner.redoes();
    await planner.seesRoute("UACC", "UATE", "4120N04930E", "4055N04700E", "ERZ", "LTAC");
    await planner.seesSaved();
    await planner.reloads();
    await planner.seesRoute("UACC", "UATE", "4120N04930E", "4055N04700E", "ERZ", "LTAC");
  });

  test.each([
    ["LTAC NOWHERE UACC", /NOWHERE/],
    ["LTAC 9118N04336E UACC", /9118N04336E/],
    ["LTAC 4062N04336E UACC", /4062N04336E/],
  ])("keeps its last good state when %s is typed, and says which word is wrong", async (text, sentence) => {
    const { planner } = desk();
    await planner.startsAFlight();
    await planner.typesRoute("LTAC UACC");
    await planner.typesRoute(text);
    await planner.seesRouteRefused(sentence);
    expect(await planner.routeText()).toBe(text);
    await planner.seesRoute("LTAC", "UACC");
    await planner.reloads();
    await planner.seesRoute("LTAC", "UACC");
  });
});
