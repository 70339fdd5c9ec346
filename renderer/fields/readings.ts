import { FIRST_YEAR, isPlannable, LAST_YEAR, parseZulu, type Zulu } from "#domain/zulu.ts";

/** What a typed text means, or the sentence with the allowed range. */
export type Reading<T> = { ok: true; value: T } | { ok: false; sentence: string };

const ok = <T>(value: T): Reading<T> => ({ ok: true, value });
const no = (sentence: string): Reading<never> => ({ ok: false, sentence });

/** A whole or decimal number within bounds; thin spaces, spaces and a decimal comma are understood. */
export function readNumber(
  text: string,
  bounds: { least: number; most: number; unit: string; whole?: boolean },
): Reading<number> {
  const { least, most, unit, whole = false } = bounds;
  const range = `${least} to ${most} ${unit}`.trim();
  if (/^[+-]?\d{1,3}([.,]\d{3})+$/.test(text.trim())) {
    return no(`${text.trim()} can mean two numbers: write it without a separator of thousands.`);
  }
  const cleaned = text
    .trim()
    .replace(/[\u2009\u00a0 ]/g, "")
    .replace(",", ".")
    .replace("\u2212", "-");
  if (!/^[+-]?\d+(\.\d+)?$/.test(cleaned)) return no(`A number is needed: ${range}.`);
  const value = Number(cleaned);
  if (value < least || value > most) return no(`Allowed: ${range}.`);
  if (whole && !Number.isInteger(value)) return no(`Whole numbers only: ${range}.`);
  return ok(value);
}

/** A flight level: `310`, `FL310`, `F310`. */
export function readLevel(text: string): Reading<number> {
  const digits = /^(?:FL?)?\s*(\d{2,3})$/i.exec(text.trim());
  if (digits === null) return no("A flight level is needed: FL010 to FL600.");
  return readNumber(digits[1] ?? "", { least: 10, most: 600, unit: "FL", whole: true });
}

/** A level that may be left out. */
export function readOptionalLevel(text: string): Reading<number | null> {
  return text.trim() === "" ? ok(null) : readLevel(text);
}

/** A date `2026-12-02` or `02 Dec 2026` (a weekday before it is passed over), on the day of `before`'s clock time. */
export function readDate(text: string, before: Zulu): Reading<Zulu> {
  const day = isoDay(text);
  const instant = day === null ? null : parseZulu(`${day}T${before.slice(11)}`);
  return instant === null ? no("A date is needed, such as 02 Dec 2026 or 2026-12-02.") : plannable(instant);
}

/** A clock time in UTC, `0530` or `05:30`, with or without Z, on the day of `before`. */
export function readClock(text: string, before: Zulu): Reading<Zulu> {
  const parts = /^(\d{1,2}):?(\d{2})\s*Z?$/i.exec(text.trim());
  const hour = parts?.[1]?.padStart(2, "0");
  const instant = parts === null ? null : parseZulu(`${before.slice(0, 10)}T${hour}:${parts[2]}:00Z`);
  return instant === null ? no("A time in UTC is needed, 0000Z to 2359Z.") : ok(instant);
}

/** A day with its time in UTC, `01 Dec 2026 0000Z` or `2026-12-01 00:00`; empty means open. */
export function readInstant(text: string): Reading<Zulu | null> {
  const trimmed = text.trim();
  if (trimmed === "") return ok(null);
  const parts = /^(.*?)[\sT]+(\d{1,2}):?(\d{2})(?::\d{2})?\s*Z?$/i.exec(trimmed);
  const day = isoDay(parts?.[1] ?? "");
  const instant =
    parts === null || day === null ? null : parseZulu(`${day}T${parts[2]?.padStart(2, "0")}:${parts[3]}:00Z`);
  return instant === null
    ? no("A date and a time in UTC are needed, such as 01 Dec 2026 0000Z.")
    : plannable(instant);
}

/** A call sign or registration: up to seven letters and figures. */
export function readSign(text: string): Reading<string> {
  const sign = text.trim().toUpperCase();
  return /^[A-Z0-9]{0,7}$/.test(sign) ? ok(sign) : no("Up to seven letters and figures, no hyphen.");
}

function plannable(instant: Zulu): Reading<Zulu> {
  return isPlannable(instant) ? ok(instant) : no(`Years from ${FIRST_YEAR} to ${LAST_YEAR}.`);
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

function isoDay(text: string): string | null {
  const trimmed = text.trim().replace(/^(mon|tue|wed|thu|fri|sat|sun)\w*,?\s+/i, "");
  if (/^\d{4}-\d{2}-\d{2}$/.test(trimmed)) return trimmed;
  const parts = /^(\d{1,2})[\s.]*([A-Za-z]{3})[a-z]*[\s.]*(\d{4})$/.exec(trimmed);
  const month = MONTHS.indexOf(parts?.[2]?.toUpperCase() ?? "");
  if (parts === null || month < 0) return null;
  return `${parts[3]}-${String(month + 1).padStart(2, "0")}-${parts[1]?.padStart(2, "0")}`;
}
