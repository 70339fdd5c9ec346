import { apiOver } from "#domain/api/client.ts";
import type { Api } from "#domain/api/contract.ts";
import {
  clock,
  dataFolder,
  defaultDatabasePath,
  defaultPacketFolder,
  productVersion,
} from "#electron/host/folders.ts";
import { createHost } from "#electron/host/host.ts";

/** Gives the host's API to `work` and lets go of the database afterwards. */
export async function withHost<T>(databasePath: string | null, work: (api: Api) => Promise<T>): Promise<T> {
  const host = createHost({
    databasePath: databasePath ?? defaultDatabasePath(),
    dataFolder,
    mode: "command line",
    version: productVersion(),
    defaultPacketFolder: defaultPacketFolder(),
    now: clock,
  });
  try {
    return await work(apiOver((name, input) => host.call(name, input)));
  } finally {
    host.close();
  }
}
