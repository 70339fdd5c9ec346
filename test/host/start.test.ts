import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Refusal } from "#domain/api/failure.ts";
import { openDatabase } from "#electron/database/open.ts";
import { startLoopback } from "#electron/loopback.ts";
import { electronLaunch } from "#electron/start/electron-launch.ts";
import { temporaryFolder } from "./support/folders.ts";

const folder = temporaryFolder();

describe("the loopback host", () => {
  test("answers at its address until it is closed, and then lets go of the database", async () => {
    const databasePath = join(folder, "daliz.sqlite");
    const server = await startLoopback({ databasePath });
    const { port, searchParams } = new URL(server.url);
    const response = await fetch(`http://127.0.0.1:${port}/api/host.info`, {
      method: "POST",
      headers: { "x-daliz-token": searchParams.get("token") ?? "" },
      body: "{}",
    });
    expect(await response.json()).toMatchObject({ ok: true, value: { mode: "loopback", databasePath } });
    await server.close();
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
    openDatabase(databasePath).close();
  });

  test("does not hold the database when its port is taken", async () => {
    const first = await startLoopback({ databasePath: join(folder, "first.sqlite") });
    const databasePath = join(folder, "second.sqlite");
    await expect(startLoopback({ databasePath, port: first.port })).rejects.toThrow(/is in use/);
    openDatabase(databasePath).close();
    await first.close();
  });

  test("does not start on a file that is no database", async () => {
    writeFileSync(join(folder, "notes.txt"), "notes");
    await expect(startLoopback({ databasePath: join(folder, "notes.txt") })).rejects.toThrow(Refusal);
  });
});

describe("npm start", () => {
  test.each([
    [["--port", "http"], "--port http is not a port: give a number from 0 to 65535.\n"],
    [["--port", "70000"], "--port 70000 is not a port: give a number from 0 to 65535.\n"],
    [["--window"], "The option --window is not known here: see --help.\n"],
    [["--db"], "The option --db needs a value.\n"],
    [["flight.json"], "npm start takes no flight.json: see --help.\n"],
  ])("%j is refused in one sentence", (args, sentence) => {
    const result = spawnSync(process.execPath, ["electron/start.ts", ...args], { encoding: "utf8" });
    expect(result).toMatchObject({ status: 2, stdout: "", stderr: sentence });
  });

  test("--help says what there is", () => {
    const result = spawnSync(process.execPath, ["electron/start.ts", "--help"], { encoding: "utf8" });
    expect(result.status).toBe(0);
    expect(result.stdout).toContain("--no-browser");
  });
});

describe("Electron", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test.runIf(process.platform === "linux")("is not looked for without a display", async () => {
    vi.stubEnv("DISPLAY", "");
    vi.stubEnv("WAYLAND_DISPLAY", "");
    expect(await electronLaunch()).toEqual({ reason: "There is no display for a window." });
  });

  test("is taken from the folder that the environment names, or missed there in a sentence", async () => {
    vi.stubEnv("DISPLAY", ":0");
    vi.stubEnv("ELECTRON_OVERRIDE_DIST_PATH", folder);
    expect(await electronLaunch()).toEqual({
      reason: `There is no Electron in ${folder} (ELECTRON_OVERRIDE_DIST_PATH).`,
    });
    writeFileSync(join(folder, "electron"), "");
    writeFileSync(join(folder, "electron.exe"), "");
    expect(await electronLaunch()).toMatchObject({ path: expect.stringContaining(folder) });
  });
});
