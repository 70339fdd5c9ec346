import type { Assessment, Leg, Sector } from "../flight/assessment.ts";
import type { Flight } from "../flight/flight.ts";
import { coordinateText } from "../route/coordinate.ts";
import type { Waypoint } from "../route/waypoint.ts";
import { numberText } from "../text.ts";

/** Points off airways stand no farther apart than this (Doc 4444 appendix 2 as remembered; unverified). */
const LONGEST_LEG_NM = 200;
const LONGEST_LEG_MINUTES = 30;

/** Item 15: speed and level, then the points with DCT between them and each change of speed or level. */
export function routeField(flight: Flight, assessment: Assessment, sector: Sector, notes: string[]): string {
  const legs = assessment.legs.slice(sector.firstLeg, sector.lastLeg + 1);
  const [first] = legs;
  if (first === undefined) return "";
  const words = [speedAndLevel(first), "DCT"];
  let filed = speedAndLevel(first);
  for (const leg of legs.slice(1)) {
    const waypoint = flight.waypoints[leg.index];
    if (waypoint === undefined) continue;
    const change = speedAndLevel(leg);
    const point = pointText(waypoint, notes);
    words.push(change === filed ? point : `${point}/${change}`, "DCT");
    filed = change;
  }
  noteLongLegs(legs, notes);
  return words.join(" ");
}

/** `N0390F310`: true air speed in whole knots and flight level. */
function speedAndLevel({ tasKt, levelFl }: Leg): string {
  return `N${String(Math.round(tasKt)).padStart(4, "0")}F${String(levelFl).padStart(3, "0")}`;
}

function pointText(waypoint: Waypoint, notes: string[]): string {
  const { kind, ident, position } = waypoint;
  if (kind === "navaid" && /^[A-Z]{2,5}$/.test(ident)) return ident;
  const coordinate = coordinateText(position);
  if (kind === "aerodrome") notes.push(`${ident} is overflown and filed as its position ${coordinate}.`);
  if (kind === "navaid") {
    notes.push(`${ident} cannot be filed by its ident and is filed as its position ${coordinate}.`);
  }
  return coordinate;
}

function noteLongLegs(legs: readonly Leg[], notes: string[]): void {
  const long = legs.filter(
    ({ distanceNm, eetMinutes }) => distanceNm > LONGEST_LEG_NM && (eetMinutes ?? 0) > LONGEST_LEG_MINUTES,
  );
  const longest = long.toSorted((a, b) => b.distanceNm - a.distanceNm)[0];
  if (longest === undefined) return;
  const which = `${longest.from} to ${longest.to} is ${numberText(longest.distanceNm, 1)} NM`;
  notes.push(
    `${long.length === 1 ? which : `${long.length} legs are long, ${which}`}: off airways, points usually stand at most 30 min or 200 NM apart (to be confirmed with each State).`,
  );
}
