import type { Assessment, Standing } from "#domain/flight/assessment.ts";
import type { Finding, Severity } from "#domain/flight/findings.ts";
import type { Flight } from "#domain/flight/flight.ts";
import { geodesicLine } from "#domain/geo/geodesic.ts";
import { pathOf, positionAlong } from "#domain/geo/path.ts";
import type { Position } from "#domain/geo/position.ts";
import { courseText, levelText, numberText } from "#domain/text.ts";
import { clockTextSince } from "#domain/zulu.ts";
import type { Selection } from "#renderer/state/view-store.ts";
import type { LegPiece } from "./sources.ts";

/** Something drawn over the map at a position, with its words beside it. */
export type Annotation =
  | {
      kind: "waypoint";
      id: string;
      at: Position;
      symbol: "aerodrome" | "navaid" | "position";
      text: string;
      second: string;
      strong: boolean;
      selected: boolean;
    }
  /** `ahead` is a little further along the track: the bar stands across it. */
  | { kind: "crossing"; index: number; at: Position; ahead: Position; text: string; selected: boolean }
  /** `line` leads from end to end, close enough for words and flags to keep off the track. */
  | { kind: "leg"; index: number; at: Position; line: Position[]; text: string; selected: boolean }
  | {
      kind: "finding";
      index: number;
      at: Position;
      severity: Severity;
      text: string;
      title: string;
      selected: boolean;
    };

/** A track needs a point this often for words to be kept off it. */
const STEP_NM = 40;

/** Everything that stands on the route, in the order of right of way: what is selected, then what never yields. */
export function annotationsOf(flight: Flight, assessment: Assessment, selection: Selection): Annotation[] {
  const path = pathOf(flight.waypoints.map(({ position }) => position));
  const crossings = assessment.crossings.slice(1).map(
    ({ index, entry }): Annotation => ({
      kind: "crossing",
      index,
      at: { lat: entry.lat, lon: entry.lon },
      ahead: positionAlong(path, Math.min(path.totalNm, entry.distanceNm + 2)),
      text: `X${index} ${clockTextSince(flight.offBlockAt, entry.at)}`,
      selected: selection.kind === "crossing" && selection.index === index,
    }),
  );
  const findings = assessment.findings.flatMap((finding, index): Annotation[] => {
    const [at] = positionsOf(finding, flight, assessment);
    return at === undefined
      ? []
      : [
          {
            kind: "finding",
            index,
            at,
            severity: finding.severity,
            text: String(index + 1),
            title: finding.sentence,
            selected: selection.kind === "finding" && selection.index === index,
          },
        ];
  });
  const waypoints = flight.waypoints.map((waypoint, index): Annotation => {
    const stands = index === 0 || index === flight.waypoints.length - 1 || waypoint.groundMinutes !== null;
    return {
      kind: "waypoint",
      id: waypoint.id,
      at: waypoint.position,
      symbol: waypoint.kind,
      text: waypoint.ident,
      second: stands ? waypoint.name.replace(/ (International )?Airport$/, "") : "",
      strong: stands,
      selected: selection.kind === "waypoint" && selection.id === waypoint.id,
    };
  });
  const legs = assessment.legs.map((leg, index): Annotation => {
    const level = assessment.legs[index - 1]?.levelFl === leg.levelFl ? "" : ` ${levelText(leg.levelFl)}`;
    const line = geodesicLine(leg.start, leg.end);
    const count = Math.max(2, Math.ceil(leg.distanceNm / STEP_NM));
    return {
      kind: "leg",
      index,
      at: line.at(leg.distanceNm / 2),
      line: Array.from({ length: count + 1 }, (_, step) => line.at((leg.distanceNm * step) / count)),
      text: `${courseText(leg.initialCourseTrueDeg)} ${numberText(leg.distanceNm, 1)} NM${level}`,
      selected: selection.kind === "leg" && selection.index === index,
    };
  });
  const strong = (each: Annotation) => each.kind === "waypoint" && each.strong;
  const all = [
    ...waypoints.filter(strong),
    // Names stand close to their points; flags can go further off, so that both find room.
    ...waypoints.filter((each) => !strong(each)),
    ...findings,
    ...crossings,
    ...legs,
  ];
  return [...all.filter(({ selected }) => selected), ...all.filter(({ selected }) => !selected)];
}

/** Where a selection is, as points that have to be in view; nothing when it has no place. */
export function positionsOfSelection(
  selection: Selection,
  flight: Flight,
  assessment: Assessment,
): Position[] {
  switch (selection.kind) {
    case "none":
      return [];
    case "waypoint":
      return flight.waypoints.filter(({ id }) => id === selection.id).map(({ position }) => position);
    case "leg": {
      const leg = assessment.legs[selection.index];
      return leg === undefined ? [] : [leg.start, leg.end];
    }
    case "crossing": {
      const crossing = assessment.crossings[selection.index];
      return crossing === undefined ? [] : [crossing.entry];
    }
    case "state":
      return assessment.overflights
        .filter(({ state }) => state === selection.state)
        .flatMap(({ entry, exit }) => [entry, exit]);
    case "finding": {
      const finding = assessment.findings[selection.index];
      return finding === undefined ? [] : positionsOf(finding, flight, assessment);
    }
  }
}

/** Whether a selection thickens this piece of a leg. */
export function isSelectedPiece(selection: Selection, piece: LegPiece): boolean {
  if (selection.kind === "leg") return piece.leg === selection.index;
  return selection.kind === "state" && piece.state === selection.state;
}

/** How the State below a crossing stands; pending while nothing is known. */
export function standingOfState(assessment: Assessment, state: string): Standing {
  return assessment.requirements.find((requirement) => requirement.state === state)?.standing ?? "pending";
}

function positionsOf({ place }: Finding, flight: Flight, assessment: Assessment): Position[] {
  switch (place.kind) {
    case "flight":
      return [];
    case "position":
      return [place.position];
    case "waypoint":
      return positionsOfSelection({ kind: "waypoint", id: place.waypointId }, flight, assessment);
    case "leg": {
      const leg = assessment.legs[place.index];
      return leg === undefined
        ? []
        : [middle(flight, leg.startDistanceNm, leg.startDistanceNm + leg.distanceNm)];
    }
    case "crossing":
      return positionsOfSelection({ kind: "crossing", index: place.index }, flight, assessment);
    case "sector": {
      const sector = assessment.sectors[place.index];
      const end = sector === undefined ? undefined : assessment.legs[sector.lastLeg]?.end;
      return end === undefined ? [] : [end];
    }
    case "state": {
      const visit = assessment.overflights.find(({ state }) => state === place.state);
      return visit === undefined ? [] : [middle(flight, visit.entry.distanceNm, visit.exit.distanceNm)];
    }
  }
}

function middle(flight: Flight, fromNm: number, toNm: number): Position {
  return positionAlong(pathOf(flight.waypoints.map(({ position }) => position)), (fromNm + toNm) / 2);
}
