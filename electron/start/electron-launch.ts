import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../host/folders.ts";

/** The Electron program, or the sentence that says why there is none. */
export type ElectronLaunch = { path: string } | { reason: string };

/** How long to wait for a sign that Electron could be downloaded at all. */
const REACHABLE_MS = 800;

/**
 * Finds Electron: the folder named by ELECTRON_OVERRIDE_DIST_PATH, the one that npm installed, or one that its
 * install step can download now. Quick where it cannot be had: no screen, no network.
 */
export async function electronLaunch(): Promise<ElectronLaunch> {
  const { DISPLAY = "", WAYLAND_DISPLAY = "", ELECTRON_OVERRIDE_DIST_PATH = "" } = process.env;
  if (process.platform === "linux" && DISPLAY === "" && WAYLAND_DISPLAY === "") {
    return { reason: "There is no display for a window." };
  }
  const folder = join(projectFolder, "node_modules", "electron");
  if (ELECTRON_OVERRIDE_DIST_PATH !== "") {
    const path = join(ELECTRON_OVERRIDE_DIST_PATH, programName(folder));
    if (existsSync(path)) return { path };
    return {
      reason: `There is no Electron in ${ELECTRON_OVERRIDE_DIST_PATH} (ELECTRON_OVERRIDE_DIST_PATH).`,
    };
  }
  const installed = installedIn(folder);
  if (installed !== null) return { path: installed };
  if (!existsSync(join(folder, "install.js"))) return { reason: "Electron is not installed." };
  if (!(await reachable()))
    return { reason: "Electron is not installed and cannot be downloaded from here." };
  console.log("Downloading Electron, once ...");
  await finished(spawn(process.execPath, [join(folder, "install.js")], { stdio: "inherit" }));
  const downloaded = installedIn(folder);
  return downloaded === null ? { reason: "Electron could not be downloaded." } : { path: downloaded };
}

function installedIn(folder: string): string | null {
  const path = join(folder, "dist", programName(folder));
  return existsSync(path) ? path : null;
}

/** Electron's own note of its program's name inside dist, else what it is on this system. */
function programName(folder: string): string {
  const note = join(folder, "path.txt");
  if (existsSync(note)) return readFileSync(note, "utf8").trim();
  if (process.platform === "darwin") return "Electron.app/Contents/MacOS/Electron";
  return process.platform === "win32" ? "electron.exe" : "electron";
}

async function reachable(): Promise<boolean> {
  const mirror =
    process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? "https://github.com/electron/";
  try {
    await fetch(mirror, { method: "HEAD", signal: AbortSignal.timeout(REACHABLE_MS) });
    return true;
  } catch {
    return false;
  }
}

function finished(child: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve) => {
    child.on("exit", () => resolve());
    child.on("error", () => resolve());
  });
}
