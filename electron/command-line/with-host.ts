import { apiOver, type Transport } from "#domain/api/client.ts";
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
export function withHost<T>(databasePath: string | null, work: (api: Api) => Promise<T>): Promise<T> {
  return withTransport(databasePath, (transport) => work(apiOver(transport)));
}

/** The same, one step lower: replies as data. */
export async function withTransport<T>(
  databasePath: string | null,
  work: (transport: Transport) => Promise<T>,
): Promise<T> {
  const host = createHost({
    databasePath: databasePath ?? defaultDatabasePath(),
    dataFolder,
    mode: "command line",
    version: productVersion(),
    defaultPacketFolder: defaultPacketFolder(),
    now: clock,
  });
  try {
    return await work(host.call);
  } finally {
    host.close();
  }
}
