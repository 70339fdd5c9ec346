import type { Feature, FeatureCollection } from "geojson";
import type { Town } from "#domain/route/place.ts";
import { beyondFeatures, gridFeatures } from "./sources.ts";

const FILES = ["land", "lakes", "rivers", "borders", "disputed"] as const;

/** The chart's ground by source: read once from the same origin, never set again. */
export async function readGround(): Promise<[source: string, features: FeatureCollection][]> {
  const [cities, labels, ...shapes] = await Promise.all([
    readGroundFile("cities"),
    readGroundFile("labels"),
    ...FILES.map(async (name): Promise<[string, FeatureCollection]> => [name, await readGroundFile(name)]),
  ]);
  const seas = labels.features.filter((feature) => feature.properties?.kind !== "state");
  return [
    ...shapes,
    ["beyond", beyondFeatures()],
    ["grid", gridFeatures()],
    ["cities", { ...cities, features: cities.features.map(withLabel) }],
    ["seas", { ...labels, features: seas }],
  ];
}

export async function readGroundFile(name: string): Promise<FeatureCollection> {
  const response = await fetch(`/data/basemap/${name}.json`);
  if (!response.ok) throw new Error(`The basemap file ${name}.json could not be read (${response.status}).`);
  return (await response.json()) as FeatureCollection;
}

/** The cities of the map as the search knows them: by all their names. */
export function townsOf(cities: FeatureCollection): Town[] {
  return cities.features.flatMap(({ properties, geometry }) => {
    if (geometry.type !== "Point") return [];
    const [lon = Number.NaN, lat = Number.NaN] = geometry.coordinates;
    const names = [properties?.name, properties?.nameTr, properties?.nameKk].filter((name) => name !== "");
    return [{ names, position: { lat, lon } }];
  });
}

/** A city is written as it is at home in Kazakhstan and Türkiye, in Latin letters elsewhere. */
function withLabel(city: Feature): Feature {
  const { name, nameTr, nameKk, state, capital, rank } = city.properties ?? {};
  const home = state === "KZ" ? nameKk : state === "TR" ? nameTr : "";
  const label = typeof home === "string" && home !== "" ? home : name;
  return { ...city, properties: { label, rank: capital === true ? Math.min(Number(rank), 2) : rank } };
}
