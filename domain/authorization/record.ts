import type { Assessment } from "../flight/assessment.ts";
import type { Flight } from "../flight/flight.ts";
import type { Authorization } from "./authorization.ts";

/**
 * The flight with a State's answer recorded. A grant remembers the visits it was given for. Editing a row that is
 * granted already, or reinstating a suspended one, keeps what it remembers: a moved route stays visible as stale
 * until `confirmGrant`.
 */
export function recordAuthorization(
  flight: Flight,
  assessment: Assessment,
  authorization: Authorization,
): Flight {
  const before = flight.authorizations.find(({ state }) => state === authorization.state) ?? null;
  const kept = before?.status === "granted" || before?.status === "suspended" ? before.grantedFor : null;
  const grantedFor =
    authorization.status === "granted"
      ? (kept ?? visitsTo(authorization.state, assessment))
      : authorization.status === "suspended"
        ? kept
        : null;
  return withAuthorization(flight, { ...authorization, grantedFor });
}

/** The flight with a State's grant confirmed for the route as it is now. */
export function confirmGrant(flight: Flight, assessment: Assessment, state: string): Flight {
  const grant = flight.authorizations.find((candidate) => candidate.state === state);
  if (grant === undefined || grant.status !== "granted") return flight;
  return withAuthorization(flight, { ...grant, grantedFor: visitsTo(state, assessment) });
}

function withAuthorization(flight: Flight, authorization: Authorization): Flight {
  const others = flight.authorizations.filter(({ state }) => state !== authorization.state);
  return { ...flight, authorizations: [...others, authorization] };
}

function visitsTo(state: string, assessment: Assessment): Authorization["grantedFor"] {
  return assessment.overflights
    .filter((overflight) => overflight.state === state)
    .map(({ entry, exit }) => ({
      entry: { lat: entry.lat, lon: entry.lon },
      exit: { lat: exit.lat, lon: exit.lon },
    }));
}
