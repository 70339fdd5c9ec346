import type { Handlers } from "#domain/api/contract.ts";
import { readSettings, writeSettings } from "#electron/database/settings.ts";
import { inTransaction } from "#electron/database/write.ts";
import type { HostContext } from "./context.ts";

export function settingsHandlers({ open }: HostContext): Pick<Handlers, "settings.get" | "settings.set"> {
  return {
    "settings.get": () => readSettings(open.db),
    "settings.set": (changed) => {
      inTransaction(open, () => writeSettings(open.db, changed));
      return readSettings(open.db);
    },
  };
}
