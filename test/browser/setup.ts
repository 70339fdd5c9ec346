import { buildWhereStale } from "#electron/start/build.ts";
import { chromiumPath } from "./driver/playwright.ts";

/** Builds the screen where it is older than its sources, and says once when the browser tests are left out. */
export function setup(): void {
  if (chromiumPath() === null) {
    console.log(
      "\nNo Chromium on this machine: the browser tests are left out. Install one, or set CHROMIUM_PATH.\n",
    );
    return;
  }
  buildWhereStale(["renderer"]);
}
