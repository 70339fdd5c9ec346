import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import type { Reply } from "#domain/api/failure.ts";
import type { Zulu } from "#domain/zulu.ts";
import { openDatabase } from "#electron/database/open.ts";
import type { HostContext } from "#electron/handlers/context.ts";
import { handlersOf } from "#electron/handlers/handlers.ts";
import { loadReference } from "#electron/reference/load.ts";
import { dispatch } from "./dispatch.ts";
import { defectLogBeside } from "./log.ts";

export type HostOptions = {
  databasePath: string;
  dataFolder: string;
  mode: HostContext["mode"];
  version: string;
  defaultPacketFolder: string;
  now: () => Zulu;
  newId?: () => string;
  chooseFolder?: () => Promise<string | null>;
  /** For tests: holds what the handlers return to the contract. */
  checkOutput?: boolean;
};

/** The host behind every transport: `call` never rejects, `close` lets go of the database. */
export type Host = {
  call: (name: string, input: unknown) => Promise<Reply<unknown>>;
  close: () => void;
};

/** Reads the data sets and opens the database. Throws a `Refusal` where one of them cannot be had. */
export function createHost(options: HostOptions): Host {
  const reference = loadReference(options.dataFolder);
  const open = openDatabase(options.databasePath);
  const handlers = handlersOf({
    open,
    reference,
    dataFolder: options.dataFolder,
    version: options.version,
    mode: options.mode,
    actor: userName(),
    defaultPacketFolder: options.defaultPacketFolder,
    now: options.now,
    newId: options.newId ?? randomUUID,
    chooseFolder: options.chooseFolder ?? null,
  });
  const defect = defectLogBeside(open.path, options.now);
  return {
    call: (name, input) => dispatch(handlers, name, input, defect, options.checkOutput ?? false),
    close: open.close,
  };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A user id without an entry in the system's list of users.
    return `user ${process.getuid?.() ?? ""}`.trim();
  }
}
