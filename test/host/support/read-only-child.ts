// Opens the database named on the command line as whoever runs this, and prints what came of it.
import { clock, dataFolder } from "#electron/host/folders.ts";
import { createHost } from "#electron/host/host.ts";
import { apiOf } from "./hosts.ts";

const host = createHost({
  databasePath: process.argv[2] ?? "",
  dataFolder,
  mode: "command line",
  version: "0.0.0",
  defaultPacketFolder: "",
  now: clock,
});
const api = apiOf(host);
const { readOnlyReason } = await api.host.info({});
const { flights } = await api.flights.list({ text: "", filter: "all", offset: 0, limit: 10 });
const { flight, revision } = await api.flights.get({ id: "kept" });
const save = await host.call("flights.save", { flight, baseRevision: revision, note: "" });
console.log(JSON.stringify({ readOnlyReason, listed: flights.map(({ id }) => id), revision, save }));
host.close();
