import { createHash } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { app, type BrowserWindow, dialog, ipcMain } from "electron";
import { Refusal } from "#domain/api/failure.ts";
import {
  clock,
  dataFolder,
  defaultDatabasePath,
  defaultPacketFolder,
  productVersion,
  projectFolder,
  screenFolder,
} from "./host/folders.ts";
import { createHost, type Host } from "./host/host.ts";
import { serveIpc } from "./host/ipc.ts";
import { defectLogBeside } from "./host/log.ts";
import { chooseFolder } from "./window/dialogs.ts";
import { setMenu } from "./window/menu.ts";
import { isOurPage, registerScheme, serveScheme } from "./window/protocol.ts";
import { openWindow } from "./window/window.ts";

const databasePath = resolve(databaseArgument(process.argv) ?? defaultDatabasePath());
const defect = defectLogBeside(databasePath, clock);
let window: BrowserWindow | null = null;

// Nothing here is meant for the network: no name is ever looked up, and Chromium's own errands stay undone.
app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
app.commandLine.appendSwitch("disable-background-networking");
app.commandLine.appendSwitch("disable-component-update");
// The map draws with WebGL also where there is no usable graphics card; all that is drawn is our own.
app.commandLine.appendSwitch("enable-unsafe-swiftshader");
// Together with --no-sandbox, which root on Linux needs, this ends every child process.
if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
registerScheme();
keepProfileOf(databasePath);

process.on("uncaughtException", (error) => giveUp(defect("main process", error)));
process.on("unhandledRejection", (error) => giveUp(defect("main process", error)));

if (app.requestSingleInstanceLock()) {
  app.on("second-instance", () => show());
  app.on("window-all-closed", () => app.quit());
  app.whenReady().then(run, (error: unknown) => giveUp(defect("start", error)));
} else {
  app.quit();
}

function run(): void {
  let host: Host;
  try {
    host = createHost({
      databasePath,
      dataFolder,
      mode: "desktop",
      version: productVersion(),
      defaultPacketFolder: defaultPacketFolder(),
      now: clock,
      chooseFolder: () => chooseFolder(window),
    });
  } catch (error) {
    giveUp(error instanceof Refusal ? error.message : defect("start", error));
    return;
  }
  app.on("will-quit", () => host.close());
  serveScheme({ screenFolder, dataFolder });
  serveIpc(ipcMain, host, (event) => isOurPage(event, window));
  setMenu();
  window = openWindow({
    preload: join(projectFolder, "dist", "electron", "preload.cjs"),
    boundsFile: join(app.getPath("userData"), "window.json"),
  });
}

function show(): void {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** One sentence in a box and on standard error, and the end. */
function giveUp(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  dialog.showErrorBox("Daliz", sentence);
  app.exit(2);
}

/** A profile for each database, so that a second window on the same one is found and on another one is free. */
function keepProfileOf(path: string): void {
  if (path === defaultDatabasePath()) return;
  const name = createHash("sha256").update(path).digest("hex").slice(0, 16);
  const folder = join(app.getPath("userData"), "databases", name);
  mkdirSync(folder, { recursive: true });
  app.setPath("userData", folder);
}

function databaseArgument(args: readonly string[]): string | undefined {
  const at = args.indexOf("--db");
  return at === -1 ? args.find((arg) => arg.startsWith("--db="))?.slice("--db=".length) : args[at + 1];
}
