import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildWhereStale } from "#electron/start/build.ts";
import { startLoopback } from "#test/browser/driver/loopback.ts";
import { chromiumPath, launchChromium } from "#test/browser/driver/playwright.ts";
import type { BenchFigure } from "./geometry.ts";

/**
 * From the start of the loopback host to a map with the example flight on it, in a Chromium that is already open and
 * draws in software: the median of five. Nothing where there is no Chromium.
 */
export async function startBench(): Promise<(BenchFigure & { most?: number })[]> {
  buildWhereStale(["renderer"]);
  if (chromiumPath() === null) {
    console.log("No Chromium on this machine: the start is not measured.");
    return [];
  }
  const browser = await launchChromium();
  const loopback = await startLoopback();
  try {
    await open(loopback.url, async (page) => {
      await page.locator('[data-command="open-example"]').first().click();
      await page.locator("[data-waypoint]").first().waitFor();
      await page.locator('[data-save="saved"]').waitFor();
    });
    const times: number[] = [];
    for (let i = 0; i < 5; i++) {
      const started = performance.now();
      const url = await loopback.killAndRestart();
      await open(url, async (page) => {
        await page.locator("[data-waypoint]").first().waitFor();
        await page.locator('[data-map][data-ready="true"]').waitFor();
      });
      times.push(performance.now() - started);
    }
    const median = times.toSorted((a, b) => a - b)[2] ?? Number.NaN;
    return [
      {
        name: "start to an interactive map with the example flight",
        ours: median / 1_000,
        unit: "s",
        most: 3,
      },
    ];
  } finally {
    await browser.close();
    await loopback.close();
  }

  async function open(
    url: string,
    until: (page: Awaited<ReturnType<typeof browser.newPage>>) => Promise<void>,
  ) {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(url);
    await until(page);
    await page.close();
  }
}

/** What the page loads as scripts, compressed as a web server would. */
export function scriptBytes(): number {
  const folder = "dist/renderer/assets";
  return readdirSync(folder)
    .filter((file) => /\.m?js$/.test(file))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}
