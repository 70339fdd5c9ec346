import { readFileSync, writeFileSync } from "node:fs";
import { app, BrowserWindow, type Rectangle, screen } from "electron";
import { z } from "zod";
import { asksToLose } from "./dialogs.ts";
import { isOurs, START_PAGE } from "./protocol.ts";

const SMALLEST = { width: 1024, height: 700 };
const FIRST = { width: 1440, height: 900 };

/** The planner's window: a sandboxed page without Node that cannot go anywhere. Its place is kept in `boundsFile`. */
export function openWindow({ preload, boundsFile }: { preload: string; boundsFile: string }): BrowserWindow {
  const kept = keptBounds(boundsFile);
  const window = new BrowserWindow({
    ...FIRST,
    ...kept?.bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: "Daliz",
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (kept?.maximized) window.maximize();
  stayHere(window);
  window.once("ready-to-show", () => window.show());
  // The page keeps itself open without a word: the window has to ask.
  window.webContents.on("will-prevent-unload", (event) => {
    if (asksToLose(window)) event.preventDefault();
  });
  window.on("close", () => keepBounds(window, boundsFile));
  window.loadURL(START_PAGE).catch((error: unknown) => {
    // A window closed while it loads is no fault.
    if (!window.isDestroyed()) throw error;
  });
  return window;
}

function stayHere(window: BrowserWindow): void {
  const { webContents } = window;
  const refuse = (event: { preventDefault: () => void }) => event.preventDefault();
  webContents.setWindowOpenHandler(() => ({ action: "deny" }));
  webContents.on("will-attach-webview", refuse);
  webContents.on("will-redirect", refuse);
  // Loading the start page again is the only way to go.
  webContents.on("will-navigate", (event) => {
    if (!(isOurs(event.url) && new URL(event.url).pathname === "/")) event.preventDefault();
  });
  webContents.on("will-frame-navigate", (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
}

const boundsSchema = z.object({
  bounds: z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() }),
  maximized: z.boolean(),
});

/** Where the window stood, unless that is on no screen any more. */
function keptBounds(file: string): z.output<typeof boundsSchema> | null {
  try {
    const kept = boundsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    return overlaps(kept.bounds, screen.getDisplayMatching(kept.bounds).workArea) ? kept : null;
  } catch {
    // The first start, or a file that cannot be read: the window opens as on the first start.
    return null;
  }
}

function keepBounds(window: BrowserWindow, file: string): void {
  try {
    const kept = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    writeFileSync(file, JSON.stringify(kept));
  } catch {
    // Not worth keeping anybody from closing the window.
  }
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
