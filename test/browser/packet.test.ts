import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inTheBrowser } from "./driver/open-planner.ts";

inTheBrowser("A packet", (desk) => {
  test("is written beside nothing else, and the command line verifies it", async () => {
    const { planner, host } = desk();
    await planner.opensTheExample();
    const said = await planner.exportsThePacket();
    const folder = join(host.home, "Daliz packets");
    expect(existsSync(folder)).toBe(true);
    const written = readdirSync(folder);
    expect(written).toHaveLength(1);
    const [zip = ""] = written;
    expect(zip).toMatch(/\.zip$/);
    expect(said).toContain(zip);

    const verify = spawnSync(process.execPath, ["electron/cli.ts", "packet", "verify", join(folder, zip)], {
      encoding: "utf8",
    });
    expect(verify.stderr).toBe("");
    expect(verify.status).toBe(0);
    await planner.closesTheDialog();
  });
});
