import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** `npm start` in a home folder of its own: a fresh database, and packets that go nowhere else. */
export type Loopback = {
  url: string;
  home: string;
  /** Ends the host as a power cut does, and starts it again on the same database. */
  killAndRestart: () => Promise<string>;
  close: () => Promise<void>;
};

export async function startLoopback(): Promise<Loopback> {
  const home = mkdtempSync(join(tmpdir(), "daliz-browser-"));
  let running = await start(home);
  const loopback: Loopback = {
    url: running.url,
    home,
    async killAndRestart() {
      await end(running.child, "SIGKILL");
      running = await start(home);
      loopback.url = running.url;
      return running.url;
    },
    async close() {
      await end(running.child, "SIGTERM");
      rmSync(home, { recursive: true, force: true });
    },
  };
  return loopback;
}

function start(home: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(
    process.execPath,
    ["electron/start.ts", "--no-browser", "--db", join(home, "daliz.sqlite")],
    {
      env: { ...process.env, HOME: home, USERPROFILE: home },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  return new Promise((resolve, reject) => {
    let said = "";
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /Daliz runs at (\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve({ url, child });
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => reject(new Error(`the host ended with ${code}: ${said}`)));
    child.once("error", reject);
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.kill(signal);
  });
}
