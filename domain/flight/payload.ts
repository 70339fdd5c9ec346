import type { Aircraft } from "../aircraft/aircraft.ts";
import { type PayloadRange, payloadRangeOf } from "../aircraft/payload-range.ts";
import { loadMassKg } from "../load/load.ts";
import { kmFromNm } from "../units.ts";
import type { Payload, PayloadLimit, Sector, SectorPayload } from "./assessment.ts";
import type { Flight } from "./flight.ts";
import type { Schedule } from "./schedule.ts";

/** The sectors with what each allows, and what the flight as a whole allows: the least of them. */
export function payloadOf(
  flight: Flight,
  aircraft: Aircraft | null,
  sectors: Schedule["sectors"],
): { sectors: Sector[]; payload: Payload | null } {
  const range = aircraft === null ? null : payloadRangeOf(aircraft, flight.payloadMode);
  const requestedKg = loadMassKg(flight.load);
  if (aircraft === null || range === null) {
    return { sectors: sectors.map((sector) => ({ ...sector, payload: null })), payload: null };
  }
  const allowed = sectors.map(({ airDistanceNm }) =>
    airDistanceNm === null ? null : sectorPayload(airDistanceNm, range, requestedKg),
  );
  if (allowed.includes(null)) {
    // One sector that cannot be flown could be the one that allows least.
    return {
      sectors: sectors.map((sector, index) => ({ ...sector, payload: allowed[index] ?? null })),
      payload: null,
    };
  }
  const least = allowed.reduce<number | null>(
    (best, each, index) =>
      (each?.maximumKg ?? Infinity) < (allowed[best ?? -1]?.maximumKg ?? Infinity) ? index : best,
    null,
  );
  const allowance = allowed[least ?? -1] ?? range.allowance(0);
  return {
    sectors: sectors.map((sector, index) => ({ ...sector, payload: allowed[index] ?? null })),
    payload: flightPayload(flight, aircraft, allowance, least ?? 0, requestedKg),
  };
}

function sectorPayload(airDistanceNm: number, range: PayloadRange, requestedKg: number): SectorPayload {
  const airDistanceKm = kmFromNm(airDistanceNm);
  const masses = range.masses(airDistanceKm, requestedKg);
  return {
    ...range.allowance(airDistanceKm),
    tripFuelKg: masses?.tripFuelKg ?? null,
    reserveFuelKg: masses?.reserveFuelKg ?? null,
    takeOffMassKg: masses?.takeOffMassKg ?? null,
    landingMassKg: masses?.landingMassKg ?? null,
  };
}

function flightPayload(
  flight: Flight,
  aircraft: Aircraft,
  allowance: { maximumKg: number; limit: PayloadLimit },
  sector: number,
  requestedKg: number,
): Payload {
  const { figures, rangeModel } = aircraft;
  const massEachKg =
    flight.load.kind === "paratroopers" ? flight.load.massEachKg : figures.paratrooperMassKg.value;
  const seats = figures.paratroopers.value ?? 0;
  const byMass = massEachKg === null ? 0 : Math.floor(allowance.maximumKg / massEachKg);
  // Seats stop a load of paratroopers where the mass allows more than there are seats.
  const bySeats = flight.load.kind === "paratroopers" && byMass >= seats;
  const maximumKg = bySeats && massEachKg !== null ? seats * massEachKg : allowance.maximumKg;
  return {
    mode: flight.payloadMode,
    maximumKg,
    limit: bySeats ? "seats" : allowance.limit,
    sector,
    requestedKg,
    marginKg: maximumKg - requestedKg,
    errorKg: rangeModel.payloadErrorKg.value ?? Number.NaN,
    errorPercent: rangeModel.rangeErrorPercent.value ?? Number.NaN,
    errorSentence: errorSentence(flight, aircraft),
    maximumParatroopers: Math.min(seats, byMass),
  };
}

function errorSentence(flight: Flight, { rangeModel }: Aircraft): string {
  const uncertainty = `Planning estimate, about ±${rangeModel.rangeErrorPercent.value ?? "?"} % of range or ±${
    (rangeModel.payloadErrorKg.value ?? Number.NaN) / 1000
  } t of payload on one leg.`;
  return flight.payloadMode === "published"
    ? `${uncertainty} Follows the maker's four payload-range points, whose reserves, level and speed are not stated.`
    : `${uncertainty} Maker's payload-range points with taxi, contingency, alternate and hold set apart; not from the flight manual.`;
}
