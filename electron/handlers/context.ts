import type { Output } from "#domain/api/contract.ts";
import type { Reference } from "#domain/reference.ts";
import type { Zulu } from "#domain/zulu.ts";
import type { OpenDatabase } from "#electron/database/open.ts";

/** What the handlers work with; made once by `createHost`. */
export type HostContext = {
  open: OpenDatabase;
  reference: Reference;
  dataFolder: string;
  version: string;
  mode: Output<"host.info">["mode"];
  /** Who the audit names. */
  actor: string;
  defaultPacketFolder: string;
  now: () => Zulu;
  newId: () => string;
  /** Asks the user for a folder; null where there is no window to ask in. */
  chooseFolder: (() => Promise<string | null>) | null;
};
