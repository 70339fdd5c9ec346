import { aerodromesOf, aerodromesProvenance } from "./aerodromes.ts";
import { airspacesOf, airspacesProvenance } from "./airspaces.ts";
import { writeManifest, writeRows } from "./files.ts";
import { navaidsOf, navaidsProvenance } from "./navaids.ts";
import { readOurAirports } from "./ourairports.ts";

/**
 * Rebuilds every built data set and the manifest: `npm run build:data`. The same sources give the same bytes.
 * Aircraft, States and the example flight are written by hand and only enter the manifest here.
 */
const tables = readOurAirports();
writeRows("aerodromes/aerodromes.json", aerodromesProvenance, "aerodromes", aerodromesOf(tables));
writeRows("navaids/navaids.json", navaidsProvenance, "navaids", navaidsOf(tables));
writeRows("airspaces/firs.json", airspacesProvenance, "airspaces", airspacesOf());
writeManifest();
