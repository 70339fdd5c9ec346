import { Temporal } from "temporal-polyfill";
import { z } from "zod";

/**
 * An instant in UTC, always written the same way: `2026-12-01T06:00:00Z`.
 * A string and not a Temporal object, because flights travel as JSON through IPC, HTTP and SQLite;
 * the fixed form makes text order equal to time order.
 */
export type Zulu = string & { readonly zulu: unique symbol };

export const zuluSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/, "must be an instant such as 2026-12-01T06:00:00Z")
  .refine((text) => parseZulu(text) === text, "must be an instant that exists")
  .transform((text) => text as Zulu);

/** Years in which flights are planned. What follows from a flight may lie later, and still has a year of four digits. */
export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2199;

/** An instant that somebody enters: a typing error in the year is no plan for the year 9999. */
export const plannedZuluSchema = zuluSchema.refine(
  isPlannable,
  `must lie in the years ${FIRST_YEAR} to ${LAST_YEAR}`,
);

export function isPlannable(instant: Zulu): boolean {
  const year = Number(instant.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/**
 * The instant for ISO 8601 text that states its zone (`2026-12-01T06:00Z`, `…+03:00`), to the second; null when the
 * text is no instant, has no zone, or its year has not four digits. Temporal alone would take a second 60.
 */
export function parseZulu(text: string): Zulu | null {
  const written = text.trim().toUpperCase();
  if (!/^\d{4}-\d\d-\d\dT\d\d:[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d(:?[0-5]\d)?)$/.test(written)) return null;
  const instant = instantOf(written);
  const zulu = instant === null ? null : zuluAt(instant.epochMilliseconds);
  return zulu === null || zulu.length !== "2026-12-01T06:00:00Z".length ? null : zulu;
}

/** The instant at this count of milliseconds since 1970-01-01T00:00Z, truncated to the second. */
export function zuluAt(epochMs: number): Zulu {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(epochMs / 1000) * 1000).toString() as Zulu;
}

/** Milliseconds since 1970-01-01T00:00Z. */
export function epochMs(instant: Zulu): number {
  return Date.parse(instant);
}

/** The instant so many minutes later (earlier when negative), truncated to the second. */
export function plusMinutes(instant: Zulu, minutes: number): Zulu {
  return zuluAt(epochMs(instant) + minutes * 60_000);
}

/** Minutes from one instant to the other, negative when `to` is earlier. */
export function minutesBetween(from: Zulu, to: Zulu): number {
  return (epochMs(to) - epochMs(from)) / 60_000;
}

/** Clock time as planners write it, truncated to the minute: `0703Z`; a dash where there is no time. */
export function clockText(instant: Zulu | null): string {
  if (instant === null) return "–";
  return `${instant.slice(11, 13)}${instant.slice(14, 16)}Z`;
}

/** Clock time with the days since the day of another instant where there are any: `0703Z`, `0056Z+1`. */
export function clockTextSince(day: Zulu, instant: Zulu | null): string {
  if (instant === null) return clockText(null);
  const midnight = (at: Zulu) => Math.floor(epochMs(at) / 86_400_000);
  const days = midnight(instant) - midnight(day);
  return days === 0
    ? clockText(instant)
    : `${clockText(instant)}${days > 0 ? "+" : "\u2212"}${Math.abs(days)}`;
}

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Date as planners write it: `Wed 02 Dec 2026`. */
export function dateText(instant: Zulu): string {
  const weekday = WEEKDAYS[new Date(epochMs(instant)).getUTCDay()];
  const month = MONTHS[Number(instant.slice(5, 7)) - 1];
  return `${weekday} ${instant.slice(8, 10)} ${month} ${instant.slice(0, 4)}`;
}

/** A duration in whole minutes, truncated: `2 h 43 min`, `43 min`; a dash where it is not known. */
export function durationText(minutes: number | null): string {
  if (minutes === null) return "–";
  const whole = Math.floor(minutes + 1e-9);
  const hours = Math.floor(whole / 60);
  return hours === 0 ? `${whole} min` : `${hours} h ${String(whole % 60).padStart(2, "0")} min`;
}

function instantOf(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text);
  } catch {
    return null;
  }
}
