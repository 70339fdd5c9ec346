import { courseAndDistance } from "../geo/geodesic.ts";
import type { Position } from "../geo/position.ts";
import type { Aerodrome, Navaid, Reference } from "../reference.ts";
import { coordinateText, readCoordinate, roundedToMinutes } from "./coordinate.ts";
import type { Waypoint } from "./waypoint.ts";

/** A point that a waypoint can stand on. */
export type Place = { kind: Waypoint["kind"]; ident: string; name: string; position: Position };

/**
 * The place for a free point on the map, on the whole minute nearest to it: Item 15 cannot say it finer, and the
 * route that is planned must be the route that is filed.
 */
export function placeAt(position: Position): Place {
  return {
    kind: "position",
    ident: coordinateText(position),
    name: "",
    position: roundedToMinutes(position),
  };
}

export function placeOfAerodrome(aerodrome: Aerodrome): Place {
  return {
    kind: "aerodrome",
    ident: aerodrome.icao === "" ? aerodrome.ident : aerodrome.icao,
    name: aerodrome.name,
    position: { lat: aerodrome.lat, lon: aerodrome.lon },
  };
}

export function placeOfNavaid(navaid: Navaid): Place {
  return {
    kind: "navaid",
    ident: navaid.ident,
    name: `${navaid.name} ${navaid.type}`,
    position: { lat: navaid.lat, lon: navaid.lon },
  };
}

/** A town with all its names, in whatever letters: `Astana`, `Астана`. */
export type Town = { names: readonly string[]; position: Position };

/** Among aerodromes that answer alike the larger is meant. */
const SIZES = { large: 0, medium: 0.25, small: 0.5 } as const;

/** An aerodrome so near a town is one of the town's. */
const TOWN_NM = 25;

/**
 * Places that answer a search, best first: the ident itself, idents that begin with the text, names and cities that
 * hold it, aerodromes at a town with such a name; coordinates in any form that a route accepts.
 */
export function findPlaces(
  query: string,
  reference: Reference,
  towns: readonly Town[],
  limit: number,
): Place[] {
  const text = foldedName(query.trim());
  if (text === "") return [];
  const coordinate = readCoordinate(query.trim());
  const found: { rank: number; place: Place }[] = [];
  if (coordinate !== null && "lat" in coordinate) found.push({ rank: 0, place: placeAt(coordinate) });
  const meant = towns.flatMap(({ names, position }) => {
    const rank = rankOf(text, "", names.join(" "));
    return rank === null ? [] : [{ rank, near: nearTo(position, TOWN_NM) }];
  });
  for (const aerodrome of reference.aerodromes) {
    const place = placeOfAerodrome(aerodrome);
    const rank = leastOf([
      rankOf(text, place.ident, `${aerodrome.name} ${aerodrome.city}`),
      ...meant.map((town) => (town.near(aerodrome) === null ? null : town.rank + 0.1)),
    ]);
    if (rank !== null) found.push({ rank: rank + SIZES[aerodrome.size], place });
  }
  for (const navaid of reference.navaids) {
    const place = placeOfNavaid(navaid);
    const rank = rankOf(text, navaid.ident, navaid.name);
    if (rank !== null) found.push({ rank: rank + 0.4, place });
  }
  found.sort((a, b) => a.rank - b.rank || (a.place.ident < b.place.ident ? -1 : 1));
  return found.slice(0, limit).map(({ place }) => place);
}

/** The aerodrome or navaid nearest to a point, within a distance; null when there is none. */
export function nearestPlace(at: Position, reference: Reference, withinNm: number): Place | null {
  let best: Place | null = null;
  let bestNm = withinNm;
  const distanceNmTo = nearTo(at, withinNm);
  const consider = (spot: { lat: number; lon: number }, place: () => Place) => {
    const distanceNm = distanceNmTo(spot);
    if (distanceNm === null || distanceNm > bestNm) return;
    bestNm = distanceNm;
    best = place();
  };
  for (const navaid of reference.navaids) consider(navaid, () => placeOfNavaid(navaid));
  for (const aerodrome of reference.aerodromes) consider(aerodrome, () => placeOfAerodrome(aerodrome));
  return best;
}

/** Gives the distance in NM of what lies within so many, null for the rest. */
function nearTo(at: Position, withinNm: number): (spot: Position) => number | null {
  // One degree of latitude is at least 59.7 NM: skips nearly everything before the exact distance.
  const latitudes = withinNm / 59.7;
  const longitudes = latitudes / Math.max(0.05, Math.cos((Math.abs(at.lat) * Math.PI) / 180));
  return ({ lat, lon }) => {
    if (Math.abs(lat - at.lat) > latitudes || Math.abs(lon - at.lon) > longitudes) return null;
    const { distanceNm } = courseAndDistance(at, { lat, lon });
    return distanceNm > withinNm ? null : distanceNm;
  };
}

function leastOf(ranks: readonly (number | null)[]): number | null {
  return ranks.reduce(
    (least, rank) => (least === null || (rank !== null && rank < least) ? rank : least),
    null,
  );
}

/** 0 the ident itself, 1 begins the ident, 2 begins a word of the name, 3 stands in it, null not at all. */
function rankOf(text: string, ident: string, name: string): number | null {
  const key = foldedName(ident);
  if (key !== "" && key === text) return 0;
  if (key.startsWith(text)) return 1;
  const words = foldedName(name);
  if (` ${words}`.includes(` ${text}`)) return 2;
  return text.length >= 3 && words.includes(text) ? 3 : null;
}

/** Letters that a Russian keyboard has instead of the Kazakh ones. */
const KAZAKH: Record<string, string> = {
  ә: "а",
  ғ: "г",
  қ: "к",
  ң: "н",
  ө: "о",
  ұ: "у",
  ү: "у",
  һ: "х",
  і: "и",
};

/** Folded, and Kazakh letters as they are typed without them: `Актау` finds Ақтау. */
function foldedName(text: string): string {
  return folded(text).replace(/[әғқңөұүһі]/g, (letter) => KAZAKH[letter] ?? letter);
}

/** Lower case without accents, and with the dotted and dotless Turkish i as one letter. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replaceAll("ı", "i");
}
