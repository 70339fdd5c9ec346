import { type Basemap, basemapFrom } from "#domain/packet/map-basemap.ts";
import { readDataFile } from "#electron/reference/load.ts";

const read = new Map<string, Basemap>();

/** The basemap of a data folder, each file against its SHA-256; read once, because it never changes while we run. */
export function readBasemap(dataFolder: string): Basemap {
  const before = read.get(dataFolder);
  if (before !== undefined) return before;
  const basemap = basemapFrom((name) => readDataFile(dataFolder, `basemap/${name}.json`));
  read.set(dataFolder, basemap);
  return basemap;
}
