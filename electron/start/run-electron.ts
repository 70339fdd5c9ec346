import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectFolder } from "../host/folders.ts";

/** Runs the desktop window until it is closed, and gives its exit status. */
export function runElectron(program: string, db: string | null): Promise<number> {
  const args = [projectFolder, ...(db === null ? [] : ["--db", db])];
  const why = reasonWithoutSandbox(program);
  if (why !== null) {
    console.log(`${why}: Chromium's sandbox is off for this start.`);
    args.unshift("--no-sandbox");
  }
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: "inherit", cwd: process.cwd() });
    child.on("exit", (code) => resolve(code ?? 0));
    child.on("error", (error) => {
      console.error(`Electron did not start: ${error.message}.`);
      resolve(2);
    });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.on(signal, () => child.kill(signal));
  });
}

/** Why Chromium cannot sandbox itself on this Linux, or null where it can. */
function reasonWithoutSandbox(program: string): string | null {
  if (process.platform !== "linux") return null;
  if (process.getuid?.() === 0) return "Running as root";
  const helper = statSync(join(dirname(program), "chrome-sandbox"), { throwIfNoEntry: false });
  if (helper?.uid === 0 && (helper.mode & 0o4000) !== 0) return null;
  const off =
    kernelSays("kernel/unprivileged_userns_clone", "0") ||
    kernelSays("kernel/apparmor_restrict_unprivileged_userns", "1") ||
    kernelSays("user/max_user_namespaces", "0");
  return off ? "This system allows no user namespaces" : null;
}

function kernelSays(name: string, value: string): boolean {
  const path = `/proc/sys/${name}`;
  return existsSync(path) && readFileSync(path, "utf8").trim() === value;
}
