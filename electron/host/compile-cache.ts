import { enableCompileCache } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

/**
 * Keeps what Node compiles from one start to the next: a third of the time until the host answers. In the user's own
 * folder, as what lies in it is run. Where it cannot be written, Node goes on without.
 */
export function keepCompiled(env: NodeJS.ProcessEnv = process.env, home: string = homedir()): void {
  const caches =
    process.platform === "win32" ? env.LOCALAPPDATA : process.platform === "darwin" ? "" : env.XDG_CACHE_HOME;
  enableCompileCache(join(caches || join(home, ".cache"), "Daliz", "compiled"));
}
