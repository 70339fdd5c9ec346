import type { PayloadLimit } from "../flight/assessment.ts";
import type { Figure } from "../provenance.ts";
import type { Aircraft } from "./aircraft.ts";

/** What one sector allows. `maximumKg` is 0 with limit `range` when even the empty aircraft does not reach. */
type SectorAllowance = { maximumKg: number; limit: PayloadLimit };

/** Fuel and masses of one sector with a payload on board, in kg. */
type SectorMasses = {
  tripFuelKg: number;
  reserveFuelKg: number;
  takeOffMassKg: number;
  landingMassKg: number;
};

/**
 * Range by the Breguet form R = K ln(TOW / (OEW + P + A0)): constant specific range at a fixed true air speed, two
 * parameters fitted to the four published payload-range points.
 *
 * `published` uses the fit as it is, so it holds whatever reserve the maker's points hold (not stated).
 * `planning` replaces the lumped allowance A0 by taxi and climb, contingency, alternate and hold, each an editable
 * figure. Alternate and hold are burnt at the mean of the mass on arrival and the mass without fuel.
 *
 * Distances are still-air kilometres (ground distance times TAS / ground speed); masses are kilograms.
 */
export type PayloadRange = {
  /** Largest payload over this distance, and what stops more. */
  allowance(airDistanceKm: number): SectorAllowance;
  /** Fuel and masses for this payload over this distance, null when it does not reach. */
  masses(airDistanceKm: number, payloadKg: number): SectorMasses | null;
  /** Still-air distance in km that this payload reaches, 0 when it cannot be carried at all. */
  reachKm(payloadKg: number): number;
};

/**
 * The payload-range model of an aircraft in one mode, or null when a figure that it needs is unknown.
 * Worked example (A400M, published): `reachKm(37_000)` is 3 292 km, where 3 300 km is published.
 */
export function payloadRangeOf(aircraft: Aircraft, mode: "planning" | "published"): PayloadRange | null {
  const model = mode === "published" ? publishedTerms(aircraft) : planningTerms(aircraft);
  return model === null ? null : payloadRangeFrom(model);
}

/**
 * Both modes are one linear model. With W2 the mass on arrival before reserves are used, Z the mass without fuel
 * and x = D / K: TOW = W2 e^x + start, and reserves = fixed + perMeanMass (W2 + Z) / 2 + perTrip (TOW - W2).
 */
type Terms = {
  rangeFactorKm: number;
  emptyMassKg: number;
  maximumTakeOffMassKg: number;
  maximumLandingMassKg: number;
  usableFuelKg: number;
  maximumPayloadKg: number;
  startFuelKg: number;
  fixedReserveKg: number;
  reservePerMeanMass: number;
  reservePerTrip: number;
};

function payloadRangeFrom(terms: Terms): PayloadRange {
  /** Mass without fuel for a mass on arrival, and back: Z (1 + half) = W2 keep - fixed. */
  function conversion(airDistanceKm: number) {
    const growth = Math.exp(airDistanceKm / terms.rangeFactorKm);
    const half = terms.reservePerMeanMass / 2;
    const keep = 1 - half - terms.reservePerTrip * (growth - 1);
    const fixed = terms.fixedReserveKg + terms.reservePerTrip * terms.startFuelKg;
    return { growth, keep, share: 1 + half, fixed };
  }

  function allowance(airDistanceKm: number): SectorAllowance {
    const { growth, keep, share, fixed } = conversion(airDistanceKm);
    if (keep <= 0) return { maximumKg: 0, limit: "range" };
    const payloadAt = (arrivalKg: number) => (arrivalKg * keep - fixed) / share - terms.emptyMassKg;
    const limits: [PayloadLimit, number][] = [
      ["payload cap", terms.maximumPayloadKg],
      ["take-off mass", payloadAt((terms.maximumTakeOffMassKg - terms.startFuelKg) / growth)],
      ["landing mass", payloadAt(terms.maximumLandingMassKg)],
      // Full tanks: TOW - Z = usable fuel, with Z = (W2 keep - fixed) / share.
      [
        "fuel tanks",
        payloadAt((terms.usableFuelKg - terms.startFuelKg - fixed / share) / (growth - keep / share)),
      ],
    ];
    let [limit, maximumKg] = limits[0] ?? ["range", 0];
    for (const [name, kg] of limits) if (kg < maximumKg) [limit, maximumKg] = [name, kg];
    return maximumKg < 0 ? { maximumKg: 0, limit: "range" } : { maximumKg, limit };
  }

  function masses(airDistanceKm: number, payloadKg: number): SectorMasses | null {
    // A thousandth of a kilogram of slack: the allowance itself, computed another way round, must pass.
    if (payloadKg > allowance(airDistanceKm).maximumKg + 1e-3) return null;
    const { growth, keep, share, fixed } = conversion(airDistanceKm);
    if (keep <= 0 || allowance(airDistanceKm).limit === "range") return null;
    const withoutFuelKg = terms.emptyMassKg + payloadKg;
    const arrivalKg = (withoutFuelKg * share + fixed) / keep;
    const takeOffMassKg = arrivalKg * growth + terms.startFuelKg;
    return {
      tripFuelKg: takeOffMassKg - arrivalKg,
      reserveFuelKg: arrivalKg - withoutFuelKg,
      takeOffMassKg,
      landingMassKg: arrivalKg,
    };
  }

  function reachKm(payloadKg: number): number {
    if (payloadKg > allowance(0).maximumKg + 1e-6) return 0;
    let near = 0;
    let far = terms.rangeFactorKm;
    // allowance falls steadily with distance, so halving finds the last distance that still allows the payload.
    for (let step = 0; step < 60; step++) {
      const middle = (near + far) / 2;
      const at = allowance(middle);
      if (at.limit !== "range" && at.maximumKg >= payloadKg - 1e-6) near = middle;
      else far = middle;
    }
    return near;
  }

  return { allowance, masses, reachKm };
}

function publishedTerms(aircraft: Aircraft): Terms | null {
  const common = commonTerms(aircraft);
  const allowance = aircraft.rangeModel.lumpedAllowanceKg.value;
  if (common === null || allowance === null) return null;
  // The landing mass is not part of the published points: the maker's range is flown down to A0.
  return { ...common, startFuelKg: 0, fixedReserveKg: allowance, reservePerMeanMass: 0, reservePerTrip: 0 };
}

function planningTerms(aircraft: Aircraft): Terms | null {
  const common = commonTerms(aircraft);
  const { planning } = aircraft.rangeModel;
  const [start, contingency, alternateKm, alternateKg, holdMinutes, holdFlow, speedKmh] = known(
    planning.taxiAndClimbFuelKg,
    planning.contingencyPercent,
    planning.alternateDistanceKm,
    planning.alternateExtraFuelKg,
    planning.holdMinutes,
    planning.holdFlowFactor,
    planning.speedKmh,
  );
  if (common === null || start === undefined || contingency === undefined || alternateKm === undefined)
    return null;
  if (
    alternateKg === undefined ||
    holdMinutes === undefined ||
    holdFlow === undefined ||
    speedKmh === undefined
  )
    return null;
  const alternate = 1 - Math.exp(-alternateKm / common.rangeFactorKm);
  const hold = ((holdMinutes / 60) * holdFlow * speedKmh) / common.rangeFactorKm;
  return {
    ...common,
    startFuelKg: start,
    fixedReserveKg: alternateKg,
    reservePerMeanMass: alternate + hold,
    reservePerTrip: contingency / 100,
  };
}

function commonTerms(aircraft: Aircraft) {
  const { figures, rangeModel } = aircraft;
  const [factor, empty, takeOff, landing, fuel, payload] = known(
    rangeModel.rangeFactorKm,
    figures.emptyMassKg,
    figures.maximumTakeOffMassKg,
    figures.maximumLandingMassKg,
    figures.usableFuelKg,
    figures.maximumPayloadKg,
  );
  if (factor === undefined || empty === undefined || takeOff === undefined) return null;
  if (landing === undefined || fuel === undefined || payload === undefined) return null;
  return {
    rangeFactorKm: factor,
    emptyMassKg: empty,
    maximumTakeOffMassKg: takeOff,
    maximumLandingMassKg: landing,
    usableFuelKg: fuel,
    maximumPayloadKg: payload,
  };
}

/** The values of the figures, or an empty list when one of them is unknown. */
function known(...figures: Figure[]): number[] {
  const values = figures.map((figure) => figure.value);
  return values.includes(null) ? [] : values.filter((value) => value !== null);
}
