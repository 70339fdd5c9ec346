import type { Leg, Sector } from "../flight/assessment.ts";
import { clockText, dateText, durationText, epochMs, type Zulu } from "../zulu.ts";

/** Distance as it is printed, in tenths of a NM; totals add these, so that they equal the sum of what is shown. */
export function shownTenths(distanceNm: number): number {
  return Math.round(distanceNm * 10);
}

/** Sum of printed distances in NM. */
export function shownSumNm(legs: readonly Leg[]): number {
  return legs.reduce((sum, { distanceNm }) => sum + shownTenths(distanceNm), 0) / 10;
}

/** Whole minutes between two clock times as they are printed: durations then agree with the times beside them. */
export function shownMinutes(from: Zulu | null, to: Zulu | null): number | null {
  if (from === null || to === null) return null;
  return Math.floor(epochMs(to) / 60_000) - Math.floor(epochMs(from) / 60_000);
}

/** `2 h 28 min`, from clock times as they are printed. */
export function shownDuration(from: Zulu | null, to: Zulu | null): string {
  return durationText(shownMinutes(from, to));
}

export function shownAirborneMinutes(sectors: readonly Sector[]): number | null {
  return sectors.reduce<number | null>((sum, { takeOffAt, landingAt }) => {
    const minutes = shownMinutes(takeOffAt, landingAt);
    return sum === null || minutes === null ? null : sum + minutes;
  }, 0);
}

/** Clock time, with its day where that is not the day of the flight: `0310Z 03 Dec`. */
export function timeOn(at: Zulu | null, day: Zulu): string {
  return at === null || at.slice(0, 10) === day.slice(0, 10)
    ? clockText(at)
    : `${clockText(at)} ${shortDate(at)}`;
}

/** `02 Dec`. */
function shortDate(at: Zulu): string {
  return dateText(at).slice(4, 10);
}

/** `01 to 04 Dec 2026` for whole days, else with clock times: `02 Dec 0633Z to 03 Dec 0833Z 2026`. */
export function windowText(from: Zulu | null, to: Zulu | null): string {
  const year = (to ?? from ?? "").slice(0, 4);
  const wholeDays = (from ?? "T00:00").endsWith("T00:00", 16) && (to ?? "T23:59").endsWith("T23:59", 16);
  const text = (at: Zulu) => {
    const date = at.slice(0, 4) === year ? shortDate(at) : `${shortDate(at)} ${at.slice(0, 4)}`;
    return wholeDays ? date : `${date} ${clockText(at)}`;
  };
  if (from === null) return to === null ? "No window" : `To ${text(to)} ${year}`;
  if (to === null) return `From ${text(from)} ${year}`;
  const oneMonth = wholeDays && from.slice(0, 7) === to.slice(0, 7);
  return `${oneMonth ? from.slice(8, 10) : text(from)} to ${text(to)} ${year}`;
}
