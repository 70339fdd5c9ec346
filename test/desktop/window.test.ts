import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inTheWindow } from "./driver.ts";

const MOVED = { lat: 43.9, lon: 45.2 };

inTheWindow("The desktop window", (window) => {
  test("opens, and reads the example through IPC", async () => {
    const { planner, title } = window();
    expect(await title()).toBe("Daliz");
    expect(await planner.text()).toContain("desktop");
    await planner.opensTheExample();
    await planner.seesRoute("LTAC", "ERZ", "TBS", "4055N04700E", "4120N04930E", "UATE", "UACC");
    await planner.seesEveryCrossingOnTheMap();
  });

  test("saves a dragged waypoint, and shows it again when it is opened again", async () => {
    await window().planner.dragsWaypoint("TBS", MOVED);
    await window().planner.seesSaved();
    await expect.poll(() => window().planner.firs()).toContain("URRV");
    const before = { legs: await window().planner.legs(), crossings: await window().planner.crossings() };
    await window().closeAndReopen();
    await window().planner.seesFlight("4120N04930E");
    expect({ legs: await window().planner.legs(), crossings: await window().planner.crossings() }).toEqual(
      before,
    );
  });

  test("writes a packet that the command line verifies", async () => {
    const { planner, home } = window();
    await planner.exportsThePacket();
    const folder = join(home, "Daliz packets");
    const [zip = "", ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    const verify = spawnSync(process.execPath, ["electron/cli.ts", "packet", "verify", join(folder, zip)], {
      encoding: "utf8",
    });
    expect(verify.stderr).toBe("");
    expect(verify.status).toBe(0);
    await planner.closesTheDialog();
  });

  test("gives the page no Node and one function", async () => {
    const { asThePage } = window();
    expect(await asThePage("[typeof require, typeof process, typeof module, typeof Buffer]")).toEqual([
      "undefined",
      "undefined",
      "undefined",
      "undefined",
    ]);
    expect(await asThePage("Object.keys(window.daliz)")).toEqual(["call"]);
    expect(await asThePage("window.daliz.call('flights.nothing', {}).then((reply) => reply.ok)")).toBe(false);
  });

  test("goes nowhere: no other page, no second window", async () => {
    const { asThePage, forgives } = window();
    const here = "[location.href, document.querySelector('[data-map]') !== null]";
    const before = await asThePage(here);
    for (const address of [
      "app://daliz/data/manifest.json",
      "app://other/",
      "file:///etc/passwd",
      "https://example.invalid/",
    ]) {
      await asThePage(`void (location.href = ${JSON.stringify(address)})`);
      expect(await asThePage(`window.open(${JSON.stringify(address)}) === null`), address).toBe(true);
    }
    await asThePage("new Promise((resolve) => setTimeout(resolve, 500))");
    expect(await asThePage(here)).toEqual(before);
    forgives(/Not allowed to load local resource/);
  });
});

inTheWindow("The desktop window and the network", (window) => {
  test("asks nobody: requests that leave the program are refused", async () => {
    const asked = "fetch('http://127.0.0.1:9/').then(() => 'answered', () => 'refused')";
    // The page's policy refuses it first, and says so on the console.
    expect(await window().asThePage(asked)).toBe("refused");
    window().forgives(/Content Security Policy/);
  });
});
