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

/**
 * Places that answer a search, best first: the ident itself, idents that begin with the text, names and cities that
 * hold it; coordinates in any form that a route accepts.
 */
export function findPlaces(query: string, reference: Reference, limit: number): Place[] {
  const text = folded(query.trim());
  if (text === "") return [];
  const coordinate = readCoordinate(query.trim());
  const found: { rank: number; place: Place }[] = [];
  if (coordinate !== null && "lat" in coordinate) found.push({ rank: 0, place: placeAt(coordinate) });
  for (const aerodrome of reference.aerodromes) {
    const place = placeOfAerodrome(aerodrome);
    const rank = rankOf(text, place.ident, `${aerodrome.name} ${aerodrome.city}`);
    if (rank !== null) found.push({ rank: rank + (aerodrome.size === "small" ? 0.5 : 0), place });
  }
  for (const navaid of reference.navaids) {
    const place = placeOfNavaid(navaid);
    const rank = rankOf(text, navaid.ident, navaid.name);
    if (rank !== null) found.push({ rank: rank + 0.2, place });
  }
  found.sort((a, b) => a.rank - b.rank || (a.place.ident < b.place.ident ? -1 : 1));
  return found.slice(0, limit).map(({ place }) => place);
}

/** The aerodrome or navaid nearest to a point, within a distance; null when there is none. */
export function nearestPlace(at: Position, reference: Reference, withinNm: number): Place | null {
  let best: Place | null = null;
  let bestNm = withinNm;
  // One degree of latitude is at least 59.7 NM: skips nearly everything before the exact distance.
  const latitudes = withinNm / 59.7;
  const longitudes = latitudes / Math.max(0.05, Math.cos((Math.abs(at.lat) * Math.PI) / 180));
  const consider = (spot: { lat: number; lon: number }, place: () => Place) => {
    if (Math.abs(spot.lat - at.lat) > latitudes || Math.abs(spot.lon - at.lon) > longitudes) return;
    const { distanceNm } = courseAndDistance(at, { lat: spot.lat, lon: spot.lon });
    if (distanceNm > bestNm) return;
    bestNm = distanceNm;
    best = place();
  };
  for (const navaid of reference.navaids) consider(navaid, () => placeOfNavaid(navaid));
  for (const aerodrome of reference.aerodromes) consider(aerodrome, () => placeOfAerodrome(aerodrome));
  return best;
}

/** 0 the ident itself, 1 begins the ident, 2 begins a word of the name, 3 stands in it, null not at all. */
function rankOf(text: string, ident: string, name: string): number | null {
  const key = folded(ident);
  if (key === text) return 0;
  if (key.startsWith(text)) return 1;
  const words = folded(name);
  if (` ${words}`.includes(` ${text}`)) return 2;
  return text.length >= 3 && words.includes(text) ? 3 : null;
}

/** Lower case without accents, and with the dotted and dotless Turkish i as one letter. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replaceAll("ı", "i");
}
