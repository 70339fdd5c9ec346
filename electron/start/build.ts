import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../host/folders.ts";

const RESULTS = { renderer: "dist/renderer/index.html", host: "dist/electron/preload.cjs" };
const SOURCES = { renderer: ["renderer", "domain"], host: ["electron", "domain"] };

/** Builds what is missing in dist/ or older than its sources. An installed Daliz has no sources and builds nothing. */
export function buildWhereStale(parts: (keyof typeof RESULTS)[]): void {
  for (const part of parts) {
    if (!existsSync(join(projectFolder, SOURCES[part][0] ?? ""))) continue;
    if (modifiedMs(join(projectFolder, RESULTS[part])) >= newestSourceMs(SOURCES[part])) continue;
    console.log(`Building the ${part === "host" ? "desktop host" : "screen"} ...`);
    const npm = process.env.npm_execpath;
    const [command, before] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
    const result = spawnSync(command, [...before, "run", "--silent", `build:${part}`], {
      cwd: projectFolder,
      stdio: "inherit",
      shell: npm === undefined && process.platform === "win32",
    });
    if (result.status !== 0) throw new Error(`npm run build:${part} failed`);
  }
}

function newestSourceMs(folders: string[]): number {
  const files = folders.flatMap((folder) =>
    readdirSync(join(projectFolder, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(tsx?|css|html|svg|json)$/.test(file))
      .map((file) => join(projectFolder, folder, file)),
  );
  return Math.max(0, ...[...files, join(projectFolder, "vite.config.ts")].map(modifiedMs));
}

function modifiedMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
