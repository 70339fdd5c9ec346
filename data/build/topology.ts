import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Geometry } from "geojson";
import { feature, type Topology, type TopologyObject } from "topojson-client";

const require = createRequire(import.meta.url);

/** A TopoJSON file of an installed package. */
export function readTopology(module: string): Topology {
  return JSON.parse(readFileSync(require.resolve(module), "utf8"));
}

/** The named object of a topology. */
export function objectOf(topology: Topology, name: string): TopologyObject {
  const object = topology.objects[name];
  if (object === undefined) throw new Error(`the topology holds no ${name}`);
  return object;
}

/** GeoJSON geometries of a named object. */
export function geometriesOf(module: string, name: string): Geometry[] {
  const topology = readTopology(module);
  const found = feature(topology, objectOf(topology, name));
  return found.type === "FeatureCollection"
    ? found.features.map(({ geometry }) => geometry)
    : [found.geometry];
}
