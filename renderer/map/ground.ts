import type { Feature, FeatureCollection } from "geojson";
import { gridFeatures } from "./sources.ts";

const FILES = ["land", "lakes", "rivers", "borders", "disputed"] as const;

/** The chart's ground by source: read once from the same origin, never set again. */
export async function readGround(): Promise<[source: string, features: FeatureCollection][]> {
  const [cities, labels, ...shapes] = await Promise.all([
    read("cities"),
    read("labels"),
    ...FILES.map(async (name): Promise<[string, FeatureCollection]> => [name, await read(name)]),
  ]);
  const seas = labels.features.filter((feature) => feature.properties?.kind !== "state");
  return [
    ...shapes,
    ["grid", gridFeatures()],
    ["cities", { ...cities, features: cities.features.map(withLabel) }],
    ["seas", { ...labels, features: seas }],
  ];
}

async function read(name: string): Promise<FeatureCollection> {
  const response = await fetch(`/data/basemap/${name}.json`);
  if (!response.ok) throw new Error(`The basemap file ${name}.json could not be read (${response.status}).`);
  return (await response.json()) as FeatureCollection;
}

/** A city is written as it is at home in Kazakhstan and Türkiye, in Latin letters elsewhere. */
function withLabel(city: Feature): Feature {
  const { name, nameTr, nameKk, state, capital, rank } = city.properties ?? {};
  const home = state === "KZ" ? nameKk : state === "TR" ? nameTr : "";
  const label = typeof home === "string" && home !== "" ? home : name;
  return { ...city, properties: { label, rank: capital === true ? Math.min(Number(rank), 2) : rank } };
}
