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
    const { asThePage, address, planner } = window();
    const before = address();
    await asThePage("void (location.href = 'app://daliz/data/manifest.json')");
    await asThePage("void (location.href = 'file:///etc/passwd')");
    expect(await asThePage("window.open('https://example.invalid/') === null")).toBe(true);
    await planner.seesTheScreen();
    expect(address()).toBe(before);
  });
});

inTheWindow("The desktop window and the network", (window) => {
  test("asks nobody: requests that leave the program are refused", async () => {
    const asked = "fetch('http://127.0.0.1:9/').then(() => 'answered', () => 'refused')";
    // From the page the policy refuses it and says so; what is tested here is that it does.
    const worlds = await window().asThePage<string>(asked);
    expect(worlds).toBe("refused");
    window().forgives(/Content Security Policy/);
  });
});
