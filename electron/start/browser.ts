import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Opens an address in the machine's browser; false where nothing is there to open it. */
export function openInBrowser(url: string): boolean {
  const [command, ...args] = opener(url);
  if (command === undefined) return false;
  const child = spawn(command, args, { stdio: "ignore", detached: true });
  child.on("error", () => {
    console.log("The browser did not start: open the address yourself.");
  });
  child.unref();
  return true;
}

function opener(url: string): string[] {
  if (process.platform === "darwin") return ["open", url];
  // `start` takes its first quoted argument for a title; & needs no quoting because the address has none.
  if (process.platform === "win32") return ["cmd", "/c", "start", '""', url];
  const screen = (process.env.DISPLAY ?? "") !== "" || (process.env.WAYLAND_DISPLAY ?? "") !== "";
  return screen && onPath("xdg-open") ? ["xdg-open", url] : [];
}

function onPath(program: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
