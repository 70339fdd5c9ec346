import { join } from "node:path";
import { apiOver } from "#domain/api/client.ts";
import type { Api } from "#domain/api/contract.ts";
import type { Zulu } from "#domain/zulu.ts";
import { dataFolder } from "#electron/host/folders.ts";
import { createHost, type Host, type HostOptions } from "#electron/host/host.ts";

export const NOON = "2026-11-24T12:00:00Z" as Zulu;

/** A host on a database in `folder`, at noon on 24 November 2026, held to the contract in what it returns. */
export function hostIn(folder: string, options: Partial<HostOptions> = {}): Host {
  return createHost({
    databasePath: join(folder, "daliz.sqlite"),
    dataFolder,
    mode: "command line",
    version: "0.0.0",
    defaultPacketFolder: join(folder, "packets"),
    now: () => NOON,
    checkOutput: true,
    ...options,
  });
}

export function apiOf(host: Host): Api {
  return apiOver(host.call);
}
