import { flushCompileCache } from "node:module";
import { Refusal } from "#domain/api/failure.ts";
import { readArguments, refused } from "./command-line/arguments.ts";
import { keepCompiled } from "./host/compile-cache.ts";
import { nodeTooOld } from "./host/node-version.ts";
import { openInBrowser } from "./start/browser.ts";
import { buildWhereStale } from "./start/build.ts";
import { electronLaunch } from "./start/electron-launch.ts";
import { runElectron } from "./start/run-electron.ts";

const HELP = `Starts Daliz: the desktop window where Electron can be had, else the machine's browser.

  npm start -- [--db FILE] [--loopback] [--port N] [--no-browser]

  --db FILE      the database, instead of the one in the user's data folder
  --loopback     no desktop window: serve the screen on 127.0.0.1 and open the browser
  --port N       with a fixed port (implies --loopback)
  --no-browser   print the address and open nothing (implies --loopback)`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const tooOld = nodeTooOld();
  if (tooOld !== null) return complain(tooOld);
  try {
    return await start(optionsFrom(args));
  } catch (error) {
    if (error instanceof Refusal) return complain(error.message);
    throw error;
  }
}

async function start(options: Options): Promise<number> {
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  if (!options.loopback) {
    const electron = await electronLaunch();
    if ("path" in electron) {
      buildWhereStale(["renderer", "host"]);
      return runElectron(electron.path, options.db);
    }
    console.log(`${electron.reason} Opening Daliz in the browser instead.`);
  }
  buildWhereStale(["renderer"]);
  return serve(options);
}

type Options = { db: string | null; port: number; browser: boolean; loopback: boolean; help: boolean };

function optionsFrom(args: string[]): Options {
  const kinds = { db: "text", port: "text", "no-browser": "flag", loopback: "flag", help: "flag" } as const;
  const { words, options } = readArguments(args, kinds);
  const { db, port, help } = options;
  if (words[0] !== undefined) throw refused(`npm start takes no ${words[0]}: see --help.`);
  if (port !== null && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535)) {
    throw refused(`--port ${port} is not a port: give a number from 0 to 65535.`);
  }
  const browser = !options["no-browser"];
  const loopback = options.loopback || port !== null || !browser;
  return { db, port: Number(port ?? 0), browser, loopback, help };
}

async function serve({ db, port, browser }: Options): Promise<number> {
  keepCompiled();
  const { startLoopback } = await import("./loopback.ts");
  const server = await startLoopback({ port, ...(db === null ? {} : { databasePath: db }) });
  console.log(`Daliz runs at ${server.url}`);
  console.log("Ctrl+C ends it.");
  flushCompileCache();
  if (browser && !openInBrowser(server.url)) {
    console.log("No browser could be started: open this address in one.");
  }
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
  await server.close();
  return 0;
}

function complain(sentence: string): number {
  console.error(sentence);
  return 2;
}
