import type { Feature, FeatureCollection } from "geojson";
import { gridFeatures } from "./sources.ts";

const FILES = ["land", "lakes", "rivers", "borders", "disputed"] as const;

/** Puts the chart's ground into the map: read once from the same origin, never set again. */
export async function fillGround(fill: (source: string, features: FeatureCollection) => void): Promise<void> {
  fill("grid", gridFeatures());
  const [cities, labels] = await Promise.all([
    read("cities"),
    read("labels"),
    ...FILES.map(async (name) => fill(name, await read(name))),
  ]);
  fill("cities", { ...cities, features: cities.features.map(withLabel) });
  fill("seas", {
    ...labels,
    features: labels.features.filter((feature) => feature.properties?.kind !== "state"),
  });
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
