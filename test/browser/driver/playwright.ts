import { existsSync } from "node:fs";
import { join } from "node:path";
import {
  type Browser,
  chromium,
  type ElectronApplication,
  _electron as electron,
  type Page,
} from "playwright-core";

export type { Browser, ElectronApplication, Page };

/** The Chromium of this machine, or null: CHROMIUM_PATH, else the usual places. */
export function chromiumPath(): string | null {
  const places = [
    process.env.CHROMIUM_PATH,
    ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map(
      (name) => `/usr/bin/${name}`,
    ),
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ];
  return places.find((place) => place !== undefined && existsSync(place)) ?? null;
}

/** The Electron to test in, or null: ELECTRON_OVERRIDE_DIST_PATH, else what npm has downloaded. */
export function electronPath(): string | null {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? "node_modules/electron/dist";
  return (
    ["electron", "electron.exe", "Electron.app/Contents/MacOS/Electron"]
      .map((name) => join(folder, name))
      .find((place) => existsSync(place)) ?? null
  );
}

/** Draws WebGL in software, so that it looks the same everywhere, and leaves the network alone. */
const QUIET = [
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error("there is no Chromium on this machine");
  return chromium.launch({ executablePath, args: [...QUIET, ...noSandboxForRoot()] });
}

export function launchElectron(args: string[], env: Record<string, string>): Promise<ElectronApplication> {
  const executablePath = electronPath();
  if (executablePath === null) throw new Error("there is no Electron on this machine");
  return electron.launch({ executablePath, args: [...noSandboxForRoot(), ...QUIET, ".", ...args], env });
}

/** Chromium refuses its sandbox to root, which is who CI is. */
function noSandboxForRoot(): string[] {
  return process.getuid?.() === 0 ? ["--no-sandbox"] : [];
}
