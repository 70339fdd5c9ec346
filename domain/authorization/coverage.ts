import type { Overflight, Requirement } from "../flight/assessment.ts";
import { courseAndDistance } from "../geo/geodesic.ts";
import { clockText, dateText, type Zulu } from "../zulu.ts";
import type { Authorization } from "./authorization.ts";

type Verdict = Pick<Requirement, "status" | "standing" | "reason">;

/**
 * How one State stands for a flight: what it has answered, held against the visits that the route now makes.
 * A grant covers the flight only with a number, a window that holds every visit, and entries and exits within
 * `toleranceNm` of those it was given for. A passed window is `expired` without anybody's act. Silence is no consent.
 */
export function standingOf(
  authorization: Authorization | null,
  visits: readonly Overflight[],
  toleranceNm: number,
  now: Zulu,
): Verdict {
  if (authorization === null) return { status: "missing", standing: "pending", reason: "Nothing asked yet." };
  const { status } = authorization;
  switch (status) {
    case "draft":
      return { status, standing: "pending", reason: "Drafted, not asked yet." };
    case "requested":
      return { status, standing: "pending", reason: "Asked, no answer yet." };
    case "refused":
    case "suspended":
    case "cancelled":
    case "expired":
      return { status, standing: "blocked", reason: `The permission is ${status}.` };
    case "granted":
      return grantCovers(authorization, visits, toleranceNm, now);
  }
}

function grantCovers(
  grant: Authorization,
  visits: readonly Overflight[],
  toleranceNm: number,
  now: Zulu,
): Verdict {
  const { validFrom, validTo } = grant;
  const lastExit = visits.at(-1)?.exit.at ?? null;
  if (validTo !== null && validTo < now && lastExit !== null && lastExit > validTo) {
    return {
      status: "expired",
      standing: "blocked",
      reason: `The window ended ${dateText(validTo)} ${clockText(validTo)}.`,
    };
  }
  const verdict = (standing: Verdict["standing"], reason: string): Verdict => ({
    status: "granted",
    standing,
    reason,
  });
  if (grant.number === "") return verdict("pending", "Recorded as granted, but without a number.");
  if (validFrom === null || validTo === null) {
    return verdict("pending", "Recorded as granted, but without a window from and to.");
  }
  const timed = visits.flatMap(({ entry, exit }) =>
    entry.at === null || exit.at === null ? [] : [{ from: entry.at, to: exit.at }],
  );
  if (timed.length < visits.length) {
    return verdict("pending", "Granted, but the flight has no times to hold against the window.");
  }
  const outside = timed.filter(({ from, to }) => from < validFrom || to > validTo);
  const [first] = outside;
  if (first !== undefined) {
    const times = `${clockText(first.from)} to ${clockText(first.to)} on ${dateText(first.from)}`;
    return outside.length === visits.length
      ? verdict("stale", `The window does not hold the flight, ${times}.`)
      : verdict("partial", `The window does not hold the visit ${times}.`);
  }
  const moved = movedVisit(grant, visits, toleranceNm);
  return moved === "" ? verdict("cleared", "") : verdict("stale", moved);
}

/** Why the visits are not the ones that the grant was given for, or nothing. */
function movedVisit(grant: Authorization, visits: readonly Overflight[], toleranceNm: number): string {
  const { grantedFor } = grant;
  if (grantedFor === null) return "No record of the route that the grant was given for: confirm it.";
  if (grantedFor.length !== visits.length) {
    return `Granted for ${count(grantedFor.length)}, the route now makes ${count(visits.length)}.`;
  }
  for (const [index, visit] of visits.entries()) {
    const granted = grantedFor[index];
    if (granted === undefined) continue;
    for (const end of ["entry", "exit"] as const) {
      const { distanceNm } = courseAndDistance(granted[end], visit[end]);
      if (distanceNm > toleranceNm) {
        return `The ${end} point moved ${distanceNm.toFixed(1)} NM since the grant.`;
      }
    }
  }
  return "";
}

function count(visits: number): string {
  return visits === 1 ? "one visit" : `${visits} visits`;
}
