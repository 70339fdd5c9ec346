import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from "vitest";
import { type Loopback, startLoopback } from "./loopback.ts";
import { Planner } from "./planner.ts";
import { type Browser, chromiumPath, launchChromium } from "./playwright.ts";

/** One planner at one machine: a fresh database, a fresh browser profile, and a watch on both. */
export type Desk = { planner: Planner; host: Loopback };

type Options = { width?: number; height?: number; theme?: "light" | "dark" };

/**
 * A suite in the browser. Left out, with the reason in its name, where there is no Chromium. After every test the page
 * must have said nothing to its console and asked nothing of any other machine.
 */
export function inTheBrowser(name: string, tests: (desk: () => Desk) => void, options: Options = {}): void {
  const reason = chromiumPath() === null ? " (left out: no Chromium on this machine)" : "";
  describe.skipIf(reason !== "")(`${name}${reason}`, () => {
    let browser: Browser;
    let desk: Desk;
    let complaints: string[];
    let picture: (name: string) => Promise<unknown>;
    let close: () => Promise<void>;

    beforeAll(async () => {
      browser = await launchChromium();
    });
    afterAll(() => browser?.close());

    beforeEach(async () => {
      const host = await startLoopback();
      const context = await browser.newContext({
        viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
        colorScheme: options.theme ?? "light",
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      complaints = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(`console: ${message.text().slice(0, 300)}`);
      });
      page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
      page.on("request", (request) => {
        const { protocol, hostname } = new URL(request.url());
        const own = ["data:", "blob:"].includes(protocol) || hostname === "127.0.0.1";
        if (!own) complaints.push(`asked ${request.url().slice(0, 300)}`);
      });
      picture = (title) => page.screenshot({ path: `dist/test/${title.replace(/\W+/g, "-")}.png` });
      close = async () => {
        await context.close();
        await host.close();
      };
      desk = { planner: new Planner(page), host };
      await desk.planner.opensDaliz(host.url);
    });

    afterEach(async ({ task }) => {
      if (task.result?.state === "fail") await picture(task.name).catch(() => undefined);
      await close();
      expect(complaints).toEqual([]);
    });

    tests(() => desk);
  });
}
