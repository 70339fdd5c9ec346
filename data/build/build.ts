import { aerodromesOf, aerodromesProvenance } from "./aerodromes.ts";
import { airspacesOf, airspacesProvenance } from "./airspaces.ts";
import { lakeFeatures, landFeatures, riverFeatures } from "./basemap.ts";
import { writeFeatures, writeManifest, writeRows } from "./files.ts";
import { cityFeatures, labelFeatures } from "./labels.ts";
import { navaidsOf, navaidsProvenance } from "./navaids.ts";
import { readOurAirports } from "./ourairports.ts";
import { borderFeatures } from "./state-borders.ts";

/**
 * Rebuilds every built data set and the manifest: `npm run build:data`. The same sources give the same bytes.
 * Aircraft, States and the example flight are written by hand and only enter the manifest here.
 */
const tables = readOurAirports();
writeRows("aerodromes/aerodromes.json", aerodromesProvenance, "aerodromes", aerodromesOf(tables));
writeRows("navaids/navaids.json", navaidsProvenance, "navaids", navaidsOf(tables));
writeRows("airspaces/firs.json", airspacesProvenance, "airspaces", airspacesOf());

const { borders, disputed } = borderFeatures();
writeFeatures("basemap/land.json", landFeatures());
writeFeatures("basemap/borders.json", borders);
writeFeatures("basemap/disputed.json", disputed);
writeFeatures("basemap/lakes.json", lakeFeatures());
writeFeatures("basemap/rivers.json", riverFeatures());
writeFeatures("basemap/cities.json", cityFeatures());
writeFeatures("basemap/labels.json", labelFeatures());
writeManifest();
