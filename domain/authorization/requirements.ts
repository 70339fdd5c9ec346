import type { FlightStatus, Overflight, Requirement } from "../flight/assessment.ts";
import type { Flight } from "../flight/flight.ts";
import type { Zulu } from "../zulu.ts";
import { standingOf } from "./coverage.ts";

/** One requirement per State crossed, the operator's own and third States included, in the order of first entry. */
export function requirementsOf(flight: Flight, overflights: readonly Overflight[], now: Zulu): Requirement[] {
  const visits = new Map<string, Overflight[]>();
  for (const overflight of overflights) {
    visits.set(overflight.state, [...(visits.get(overflight.state) ?? []), overflight]);
  }
  return [...visits].map(([state, ofState]): Requirement => {
    const authorization = flight.authorizations.find((candidate) => candidate.state === state) ?? null;
    const [first] = ofState;
    const last = ofState.at(-1);
    return {
      state,
      // The corridor is what was asked for: a point that stays inside it has not moved.
      ...standingOf(authorization, ofState, flight.corridorHalfWidthNm, now),
      number: authorization?.number ?? "",
      entryAt: first?.entry.at ?? null,
      exitAt: last?.exit.at ?? null,
    };
  });
}

/** The worst word that is true of the whole flight. */
export function statusOf(requirements: readonly Requirement[]): FlightStatus {
  const standings = new Set(requirements.map(({ standing }) => standing));
  if (standings.has("blocked")) return "blocked";
  if (standings.has("stale")) return "stale";
  if (standings.size === 1 && standings.has("cleared")) return "cleared";
  return standings.has("cleared") || standings.has("partial") ? "partial" : "pending";
}
