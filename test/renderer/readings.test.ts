// @vitest-environment node
import { describe, expect, it } from "vitest";
import {
  readClock,
  readDate,
  readInstant,
  readLevel,
  readNumber,
  readOptionalLevel,
  readSign,
} from "#renderer/fields/readings.ts";
import { zulu } from "#test/builders/plan.ts";

const before = zulu("2026-12-02T05:30Z");
const kilograms = { least: 0, most: 500_000, unit: "kg" };

describe("fields", () => {
  it.each([
    ["19 140", 19_140],
    ["19\u2009140", 19_140],
    ["0,5", 0.5],
    ["12.5", 12.5],
  ])("reads the number %j", (text, value) => {
    expect(readNumber(text, kilograms)).toEqual({ ok: true, value });
  });

  it.each(["37,000", "37.000", "1,234,567"])("refuses %j, which can mean two numbers", (text) => {
    expect(readNumber(text, kilograms)).toMatchObject({ ok: false });
  });

  it("reads a true minus sign and says the range of what it refuses", () => {
    const wind = { least: -250, most: 250, unit: "kt" };
    expect(readNumber("−20", wind)).toEqual({ ok: true, value: -20 });
    expect(readNumber("300", wind)).toEqual({ ok: false, sentence: "Allowed: -250 to 250 kt." });
    expect(readNumber("fast", wind)).toEqual({ ok: false, sentence: "A number is needed: -250 to 250 kt." });
    expect(readNumber("1.5", { least: 0, most: 9, unit: "", whole: true }).ok).toBe(false);
    expect(readNumber("1e3", kilograms).ok).toBe(false);
  });

  it("reads levels as they are written", () => {
    for (const text of ["310", "FL310", "F310", "fl 310"])
      expect(readLevel(text)).toEqual({ ok: true, value: 310 });
    expect(readLevel("9").ok).toBe(false);
    expect(readLevel("700").ok).toBe(false);
    expect(readOptionalLevel("")).toEqual({ ok: true, value: null });
  });

  it("reads a date and keeps the time of day", () => {
    for (const text of ["2026-12-05", "05 Dec 2026", "5 december 2026", "Sat 05 Dec 2026"]) {
      expect(readDate(text, before)).toEqual({ ok: true, value: "2026-12-05T05:30:00Z" });
    }
    for (const text of ["31 Feb 2026", "05 Dez 2026", "05/12/2026", "01 Dec 1999", "9999-12-31", ""]) {
      expect(readDate(text, before).ok).toBe(false);
    }
  });

  it("reads a time of day in UTC and keeps the date", () => {
    for (const text of ["0645", "06:45", "645Z", "06:45z"]) {
      expect(readClock(text, before)).toEqual({ ok: true, value: "2026-12-02T06:45:00Z" });
    }
    for (const text of ["2460", "2500Z", "6.45", "06:45+03"]) expect(readClock(text, before).ok).toBe(false);
  });

  it("reads an instant with its date, and nothing as open", () => {
    expect(readInstant("01 Dec 2026 0000Z")).toEqual({ ok: true, value: "2026-12-01T00:00:00Z" });
    expect(readInstant("2026-12-01T23:59Z")).toEqual({ ok: true, value: "2026-12-01T23:59:00Z" });
    expect(readInstant("")).toEqual({ ok: true, value: null });
    expect(readInstant("01 Dec 2026").ok).toBe(false);
    expect(readInstant("01 Dec 9999 0000Z")).toEqual({ ok: false, sentence: "Years from 2000 to 2199." });
  });

  it("reads call signs without hyphens", () => {
    expect(readSign(" kzf401 ")).toEqual({ ok: true, value: "KZF401" });
    expect(readSign("UP-A400").ok).toBe(false);
  });
});
