// Saves one flight over and over in the database of the folder named on the command line, and says each revision
// that the host has acknowledged. Somebody kills it.
import { writeSync } from "node:fs";
import { apiOf, hostIn } from "./hosts.ts";

const [, , folder = "", id = ""] = process.argv;
const api = apiOf(hostIn(folder));
const example = await api.flights.example({});
let { revision } = await api.flights.create({ flight: { ...example, id }, note: "" });
writeSync(1, `${id} ${revision}\n`);
for (;;) {
  const flight = { ...example, id, note: `${"change ".repeat(revision % 50)} ${revision}` };
  ({ revision } = await api.flights.save({ flight, baseRevision: revision, note: `${revision}` }));
  writeSync(1, `${id} ${revision}\n`);
}
