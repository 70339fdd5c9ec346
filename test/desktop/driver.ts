import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect } from "vitest";
import { Planner } from "#test/browser/driver/planner.ts";
import { electronPath, launchElectron } from "#test/browser/driver/playwright.ts";

/** The desktop window with a planner before it. */
export type DesktopWindow = {
  planner: Planner;
  home: string;
  title: () => Promise<string>;
  /** Runs in the page, as a script that got into it would. */
  asThePage: <T>(script: string) => Promise<T>;
  closeAndReopen: () => Promise<void>;
  /** Presses the window's close button; the question, if one comes, is answered so. Says what happened. */
  pressesClose: (answer: "Keep open" | "Close and lose it") => Promise<{ asked: boolean; closed: boolean }>;
  /** Takes what the test provoked off the list of what must not appear on the console. */
  forgives: (expected: RegExp) => void;
};

/** A suite in a real Electron. Left out, with the reason in its name, where there is none or no display. */
export function inTheWindow(name: string, tests: (window: () => DesktopWindow) => void): void {
  const reason = whyNot();
  describe.skipIf(reason !== "")(`${name}${reason}`, () => {
    let home: string;
    let window: DesktopWindow;
    let close: () => Promise<void>;
    let complaints: string[] = [];

    beforeAll(async () => {
      home = mkdtempSync(join(tmpdir(), "daliz-desktop-"));
      await open();
    });
    afterEach(() => {
      expect(complaints).toEqual([]);
    });
    afterAll(async () => {
      await close?.();
      rmSync(home, { recursive: true, force: true });
    });

    async function open(): Promise<void> {
      complaints = [];
      const env = Object.fromEntries(
        Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
      );
      const app = await launchElectron(["--db", join(home, "daliz.sqlite")], { ...env, HOME: home });
      const page = await app.firstWindow();
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(`console: ${message.text().slice(0, 300)}`);
      });
      page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
      page.setDefaultTimeout(30_000);
      await page.emulateMedia({ reducedMotion: "reduce" });
      close = async () => {
        // Nobody is there to answer: a question about unsaved work would wait for ever.
        await app
          .evaluate(({ dialog }) => {
            dialog.showMessageBoxSync = () => 1;
          })
          .catch(() => undefined);
        await app.close();
      };
      window = {
        planner: new Planner(page),
        home,
        title: () => page.title(),
        asThePage: (script) => page.evaluate(script),
        forgives(expected) {
          complaints = complaints.filter((complaint) => !expected.test(complaint));
        },
        async pressesClose(answer) {
          const gone = new Promise<true>((resolve) => app.once("close", () => resolve(true)));
          const asked = await app.evaluate(({ dialog, BrowserWindow }, word) => {
            return new Promise<boolean>((resolve) => {
              dialog.showMessageBoxSync = ((_window: unknown, { buttons = [] }: { buttons?: string[] }) => {
                resolve(true);
                return buttons.indexOf(word);
              }) as typeof dialog.showMessageBoxSync;
              const [window] = BrowserWindow.getAllWindows();
              window?.once("closed", () => resolve(false));
              window?.close();
            });
          }, answer);
          const waited = new Promise<false>((resolve) => setTimeout(() => resolve(false), 5_000));
          return { asked, closed: await Promise.race([gone, waited]) };
        },
        async closeAndReopen() {
          await close();
          await open();
        },
      };
      await window.planner.seesTheScreen();
    }

    tests(() => window);
  });
}

function whyNot(): string {
  if (electronPath() === null) return " (left out: no Electron on this machine)";
  const display = process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY ?? "";
  return process.platform === "linux" && display === "" ? " (left out: no display and no Xvfb)" : "";
}
