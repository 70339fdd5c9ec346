import type { Aircraft } from "../aircraft/aircraft.ts";
import { kilogramsText, levelText, numberText, tonnesText } from "../text.ts";
import { nmFromKm } from "../units.ts";
import type { Leg, Payload, Requirement, Sector } from "./assessment.ts";
import type { Finding, Severity } from "./findings.ts";
import type { Flight } from "./flight.ts";

/** One finding per State that has not cleared the flight. */
export function permissionFindings(
  requirements: readonly Requirement[],
  stateName: (code: string) => string,
): Finding[] {
  return requirements
    .filter(({ standing }) => standing !== "cleared")
    .map((requirement) => {
      return {
        severity: "error",
        code: `permission-${requirement.status === "granted" ? requirement.standing : requirement.status}`,
        sentence: `${stateName(requirement.state)} has not cleared the flight.`,
        hint: requirement.reason,
        place: { kind: "state", state: requirement.state },
      };
    });
}

/** What stops the load, or comes near to it. */
export function payloadFindings(
  flight: Flight,
  aircraft: Aircraft | null,
  payload: Payload | null,
  sectors: readonly Sector[],
  legs: readonly Leg[],
): Finding[] {
  if (aircraft === null) {
    return [
      finding(
        "error",
        "aircraft-unknown",
        `The aircraft ${flight.aircraftId} is not in the data.`,
        "Choose another.",
      ),
    ];
  }
  if (payload === null) {
    // Without a ground speed there is nothing to compute: that finding stands with the route.
    if (legs.some(({ groundSpeedKt }) => groundSpeedKt === null)) return [];
    const sentence = `The payload of the ${aircraft.name} cannot be computed: a figure of its range model is unknown.`;
    return [finding("error", "payload-unknown", sentence, "Enter the missing figure in the aircraft data.")];
  }
  const sector = sectors[payload.sector];
  const leg = sector === undefined ? "This flight" : `${sector.from} to ${sector.to}`;
  // Two masses that differ by less than 0.1 t would read the same in tonnes.
  const massText = (massKg: number) =>
    Math.abs(payload.marginKg) < 100 ? kilogramsText(massKg, payload.marginKg) : tonnesText(massKg);
  const findings: Finding[] = [];
  const seats = aircraft.figures.paratroopers.value;
  const paratroopers = flight.load.kind === "paratroopers" ? flight.load.count : 0;
  if (seats !== null && paratroopers > seats) {
    const sentence = `${paratroopers} paratroopers are ${paratroopers - seats} more than the ${seats} seats.`;
    findings.push(finding("error", "seats-exceeded", sentence, "Split the load over more sorties."));
  }
  if (payload.limit === "range") {
    const sentence = `${leg} is farther than the ${aircraft.name} reaches with no load.`;
    findings.push(finding("error", "range-exceeded", sentence, "Add a fuel stop.", payload.sector));
  } else if (payload.marginKg < 0 && payload.limit !== "seats") {
    findings.push(
      finding(
        "error",
        "payload-exceeded",
        `The load is ${tonnesText(-payload.marginKg)} over what ${leg} allows.`,
        `${massText(payload.requestedKg)} asked, ${massText(payload.maximumKg)} allowed by ${payload.limit}. Take load off${
          payload.limit === "payload cap" ? "" : " or add a fuel stop"
        }.`,
        payload.sector,
      ),
    );
  } else if (payload.requestedKg > 0 && payload.marginKg < payload.errorKg && payload.limit !== "seats") {
    const cap = payload.limit === "payload cap";
    if (!cap) {
      findings.push(
        finding(
          "warning",
          "payload-within-error",
          `The margin of ${tonnesText(payload.marginKg)} is smaller than the error of the model.`,
          `${payload.errorSentence} Check with the operator's figures.`,
          payload.sector,
        ),
      );
    }
  }
  findings.push(...outsideModel(aircraft, legs));
  const single = aircraft.figures.singleVehiclePayloadKg.value;
  if (flight.load.kind === "cargo" && single !== null && payload.requestedKg > single) {
    findings.push(
      finding(
        "info",
        "above-single-vehicle",
        `The load is above ${tonnesText(single)}: only as a distributed load.`,
        `Published for 2.25 g; a single vehicle or 2.5 g stops at ${numberText(single)} kg.`,
      ),
    );
  }
  return findings;
}

/** Legs flown lower, slower or faster than the range model claims to hold. */
function outsideModel({ rangeModel }: Aircraft, legs: readonly Leg[]): Finding[] {
  const lowest = rangeModel.lowestLevelFl.value;
  const tolerance = rangeModel.speedTolerancePercent.value;
  const speedKmh = rangeModel.planning.speedKmh.value;
  const speedKt = speedKmh === null ? null : nmFromKm(speedKmh);
  const low = lowest === null ? undefined : legs.find(({ levelFl }) => levelFl < lowest);
  const other =
    speedKt === null || tolerance === null
      ? undefined
      : legs.find(({ tasKt }) => Math.abs(tasKt / speedKt - 1) * 100 > tolerance);
  const leg = low ?? other;
  if (leg === undefined) return [];
  const what = leg === low ? levelText(leg.levelFl) : `${numberText(leg.tasKt)} kt`;
  const claim =
    leg === low
      ? `It is claimed from ${levelText(lowest ?? 0)} up`
      : `It is claimed within ${tolerance} % of ${numberText(speedKt ?? 0)} kt`;
  return [
    {
      severity: "warning",
      code: "outside-range-model",
      sentence: `The fuel model does not hold at ${what}: payload and fuel are doubtful.`,
      hint: `${claim}; ${leg.from} to ${leg.to} is outside. Use the operator's figures.`,
      place: { kind: "leg", index: leg.index },
    },
  ];
}

function finding(severity: Severity, code: string, sentence: string, hint: string, sector?: number): Finding {
  return {
    severity,
    code,
    sentence,
    hint,
    place: sector === undefined ? { kind: "flight" } : { kind: "sector", index: sector },
  };
}
