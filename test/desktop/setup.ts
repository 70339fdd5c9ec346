import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { buildWhereStale } from "#electron/start/build.ts";
import { electronPath } from "#test/browser/driver/playwright.ts";

/** Builds what the window shows, gives it a display where the machine has none, or says why there is no window. */
export async function setup(): Promise<(() => void) | undefined> {
  if (electronPath() === null) {
    console.log(
      "\nNo Electron on this machine: the desktop tests are left out. Run npm start once where it can be downloaded.\n",
    );
    return undefined;
  }
  buildWhereStale(["renderer", "host"]);
  if (process.platform !== "linux" || (process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY ?? "") !== "")
    return undefined;
  if (!existsSync("/usr/bin/Xvfb")) {
    console.log("\nNo display on this machine, and no Xvfb to make one: the desktop tests are left out.\n");
    return undefined;
  }
  const server = spawn(
    "/usr/bin/Xvfb",
    ["-displayfd", "3", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    },
  );
  const display = await new Promise<string>((resolve, reject) => {
    server.stdio[3]?.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    server.once("exit", () => reject(new Error("Xvfb did not start")));
  });
  process.env.DISPLAY = `:${display}`;
  return () => server.kill();
}
