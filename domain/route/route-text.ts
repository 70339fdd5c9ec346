import { courseAndDistance } from "../geo/geodesic.ts";
import type { Position } from "../geo/position.ts";
import type { Reference } from "../reference.ts";
import { coordinateSecondsText, coordinateText, readCoordinate } from "./coordinate.ts";
import { type Place, placeOfAerodrome, placeOfNavaid } from "./place.ts";
import type { Waypoint } from "./waypoint.ts";

/** A route read from text, or the token that could not be read. `index` counts tokens from 0, -1 for the whole text. */
export type RouteReading =
  | { ok: true; waypoints: Waypoint[]; notes: string[] }
  | { ok: false; token: string; index: number; sentence: string };

type Token = {
  text: string;
  index: number;
  places: Place[];
  groundMinutes: number | null;
  levelFl: number | null;
  tasKt: number | null;
};

/** Navaids of one ident nearer to each other than this stand on one site (a VOR and its TACAN). */
const ONE_SITE_NM = 2;

/**
 * Reads a route: aerodromes (`UATE`, with minutes on the ground `UATE+90`), navaids, coordinates (`4018N04336E`,
 * `40N043E`, `40.3,43.6`), each with an optional change of speed and level (`ERZ/N0400F330`). `DCT` and separators
 * are passed over. Where several navaids share an ident, the one nearest to the route is taken and a note says so.
 */
export function readRoute(text: string, reference: Reference, newId: () => string): RouteReading {
  const words = text
    .replace(/(\d)\s*,\s*([+-]?\d)/g, "$1,$2")
    .split(/[\s;>→]+|,(?=\s|$)/)
    .filter((word) => word !== "" && !/^(DCT|-|–|—|\.\.)$/i.test(word));
  const tokens: Token[] = [];
  for (const [index, word] of words.entries()) {
    const token = readToken(word, index, reference);
    if ("sentence" in token) return { ok: false, token: word, index, sentence: token.sentence };
    tokens.push(token);
  }
  if (tokens.length < 2) {
    const sentence =
      tokens.length === 0
        ? "The route is empty: type at least two points, such as LTAC UACC."
        : `A route needs at least two points, and only ${words[0]} is given.`;
    return { ok: false, token: words[0] ?? "", index: -1, sentence };
  }
  const ends = [tokens[0], tokens.at(-1)];
  for (const token of ends) {
    if (token !== undefined && token.groundMinutes !== null) {
      const sentence = `${token.text} is an end of the route: only a stop inside the route has minutes on the ground.`;
      return { ok: false, token: token.text, index: token.index, sentence };
    }
  }
  const { places, notes } = choose(tokens);
  const waypoints: Waypoint[] = [];
  for (const [position, token] of tokens.entries()) {
    const place = places[position];
    const before = places[position - 1];
    if (place === undefined) continue;
    if (before !== undefined && samePoint(before.position, place.position)) {
      const sentence = `The leg from ${before.ident} to ${token.text} has no length: both are the same point.`;
      return { ok: false, token: token.text, index: token.index, sentence };
    }
    waypoints.push({
      id: newId(),
      ...place,
      groundMinutes: token.groundMinutes,
      levelFl: token.levelFl,
      tasKt: token.tasKt,
    });
  }
  return { ok: true, waypoints, notes };
}

/** The route as text that `readRoute` reads back to the same points. */
export function routeText(waypoints: readonly Waypoint[]): string {
  return waypoints
    .map((waypoint) => {
      const change =
        waypoint.levelFl === null && waypoint.tasKt === null
          ? ""
          : `/${waypoint.tasKt === null ? "" : `N${String(Math.round(waypoint.tasKt)).padStart(4, "0")}`}${
              waypoint.levelFl === null ? "" : `F${String(waypoint.levelFl).padStart(3, "0")}`
            }`;
      const stop = waypoint.groundMinutes === null ? "" : `+${waypoint.groundMinutes}`;
      return `${identText(waypoint)}${stop}${change}`;
    })
    .join(" ");
}

/** A free position that is not on whole minutes keeps its seconds or decimals, else its name would move it. */
function identText(waypoint: Waypoint): string {
  if (waypoint.kind !== "position") return waypoint.ident;
  const { lat, lon } = waypoint.position;
  const names = [coordinateText(waypoint.position), coordinateSecondsText(waypoint.position)];
  const exact = names.find((name) => {
    const read = readCoordinate(name);
    return (
      read !== null && "lat" in read && Math.abs(read.lat - lat) < 1e-9 && Math.abs(read.lon - lon) < 1e-9
    );
  });
  return exact ?? `${lat},${lon}`;
}

function readToken(word: string, index: number, reference: Reference): Token | { sentence: string } {
  const match = /^([^/+]+)(?:\+([^/]*))?(?:\/(.*))?$/.exec(word);
  const ident = match?.[1] ?? "";
  // A coordinate may begin with a plus sign, which is no ground time.
  const bare = readCoordinate(word);
  const coordinate = bare ?? readCoordinate(ident);
  const stop = bare === null ? match?.[2] : undefined;
  const change = bare === null ? match?.[3] : undefined;
  if (match === null && bare === null) return { sentence: `${word} is not a point of a route.` };
  let places: Place[];
  if (coordinate !== null) {
    if ("sentence" in coordinate) return coordinate;
    places = [{ kind: "position", ident: coordinateText(coordinate), name: "", position: coordinate }];
  } else {
    places = namedPlaces(ident.toUpperCase(), reference);
    if (places.length === 0) {
      return {
        sentence: `${ident} is not an aerodrome, a navaid or a coordinate that Daliz knows (coordinates read 4018N04336E).`,
      };
    }
  }
  let groundMinutes: number | null = null;
  if (stop !== undefined) {
    groundMinutes = /^\d{1,5}$/.test(stop) ? Number(stop) : 0;
    if (groundMinutes < 1 || groundMinutes > 10_080) {
      return {
        sentence: `${word} does not say the minutes on the ground as a number from 1 to 10080 (UATE+90).`,
      };
    }
    if (places[0]?.kind !== "aerodrome") {
      return { sentence: `${word} has minutes on the ground, but ${ident} is not an aerodrome.` };
    }
  }
  const changes = readChange(word, change);
  if ("sentence" in changes) return changes;
  return { text: word, index, places, groundMinutes, ...changes };
}

/** `N0400F330`, `N0400` or `F330`. */
function readChange(
  word: string,
  text: string | undefined,
): { levelFl: number | null; tasKt: number | null } | { sentence: string } {
  if (text === undefined) return { levelFl: null, tasKt: null };
  const parts = /^(?:N(\d{4}))?(?:F(\d{3}))?$/i.exec(text);
  const tasKt = parts?.[1] === undefined ? null : Number(parts[1]);
  const levelFl = parts?.[2] === undefined ? null : Number(parts[2]);
  if (parts === null || text === "") {
    return { sentence: `${word} does not read as a point with a change of speed and level (ERZ/N0400F330).` };
  }
  if (tasKt !== null && (tasKt < 60 || tasKt > 700))
    return { sentence: `The speed of ${word} is not 60 to 700 kt.` };
  if (levelFl !== null && (levelFl < 10 || levelFl > 600)) {
    return { sentence: `The level of ${word} is not FL010 to FL600.` };
  }
  return { levelFl, tasKt };
}

function namedPlaces(ident: string, reference: Reference): Place[] {
  const aerodrome =
    reference.aerodromes.find((candidate) => candidate.icao === ident) ??
    reference.aerodromes.find((candidate) => candidate.ident === ident);
  if (aerodrome !== undefined) return [placeOfAerodrome(aerodrome)];
  const places: Place[] = [];
  // VOR before TACAN before NDB, so that of several aids on one site the one most used names it.
  const order = ["VOR-DME", "VORTAC", "VOR", "DME", "TACAN", "NDB-DME", "NDB"];
  const aids = reference.navaids
    .filter((navaid) => navaid.ident === ident)
    .sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type));
  for (const aid of aids) {
    const place = placeOfNavaid(aid);
    const known = places.some(
      ({ position }) => courseAndDistance(position, place.position).distanceNm < ONE_SITE_NM,
    );
    if (!known) places.push(place);
  }
  return places;
}

/** For each token the candidate that makes the least way from the point before to the next one that is certain. */
function choose(tokens: readonly Token[]): { places: Place[]; notes: string[] } {
  const places: Place[] = [];
  const notes: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const [first] = token.places;
    if (first === undefined) continue;
    if (token.places.length === 1) {
      places.push(first);
      continue;
    }
    const before = places.at(-1)?.position;
    const after = tokens.slice(index + 1).find((next) => next.places.length === 1)?.places[0]?.position;
    const way = ({ position }: Place) =>
      (before === undefined ? 0 : courseAndDistance(before, position).distanceNm) +
      (after === undefined ? 0 : courseAndDistance(position, after).distanceNm);
    const best = token.places.reduce((least, place) => (way(place) < way(least) ? place : least), first);
    places.push(best);
    const others = token.places.filter((place) => place !== best).map(describe);
    notes.push(
      `${best.ident} names ${token.places.length} navaids: ${describe(best)} was taken, the nearest to the route; not ${others.join(", ")}.`,
    );
  }
  return { places, notes };
}

function describe(place: Place): string {
  return `${place.name} at ${coordinateText(place.position)}`;
}

/** Within two metres; also over a pole or the antimeridian, where degrees differ. */
function samePoint(a: Position, b: Position): boolean {
  return courseAndDistance(a, b).distanceNm < 0.001;
}
