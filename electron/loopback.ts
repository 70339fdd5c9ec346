import {
  clock,
  dataFolder,
  defaultDatabasePath,
  defaultPacketFolder,
  productVersion,
  screenFolder,
} from "./host/folders.ts";
import { createHost } from "./host/host.ts";
import { type LoopbackServer, serveHttp } from "./host/http.ts";

export type LoopbackOptions = { databasePath?: string; port?: number };

/** Runs Daliz without Electron: the same host and screen on an address of this machine, until it is closed. */
export async function startLoopback(options: LoopbackOptions = {}): Promise<LoopbackServer> {
  const host = createHost({
    databasePath: options.databasePath ?? defaultDatabasePath(),
    dataFolder,
    mode: "loopback",
    version: productVersion(),
    defaultPacketFolder: defaultPacketFolder(),
    now: clock,
  });
  try {
    const server = await serveHttp(host, { screenFolder, dataFolder }, options.port);
    return {
      ...server,
      close: async () => {
        await server.close();
        host.close();
      },
    };
  } catch (error) {
    host.close();
    throw error;
  }
}
