import { expect, test } from "vitest";
import { declinationDeg } from "#domain/geo/magnetic.ts";
import { parseZulu, type Zulu } from "#domain/zulu.ts";

function zulu(text: string): Zulu {
  const instant = parseZulu(text);
  if (instant === null) throw new Error(`${text} is no instant`);
  return instant;
}

/** From NOAA/NCEI, WMM2025 test values: decimal year, height in km, latitude, longitude, declination. */
const PUBLISHED: [number, number, number, number, number][] = [
  [2025, 65, 43, 93, 0.5],
  [2025, 28, 89, -121, -99.77],
  [2025, 54, 82, 87, 54.89],
  [2025, 51, -33, 109, -5.49],
  [2025, 94, -29, -110, 15.74],
  [2025, 18, 0, 21, 1.29],
  [2025.5, 63, 26, 81, 0.51],
  [2025.5, 6, -36, -137, 20.28],
  [2026.5, 19, 29, 66, 2.24],
  [2027.5, 60, 27, 65, 1.85],
  [2028.5, 95, 30, 28, 4.56],
  [2028.5, 72, -62, 65, -67.87],
  [2029, 58, 32, 19, 4.11],
  [2029, 50, 87, -154, -73.48],
  [2029.5, 63, 88, 26, 36.52],
  [2029.5, 66, -21, 32, -14.63],
];

test.each(PUBLISHED)(
  "%d at %d km, %d %d has the published declination %d",
  (year, heightKm, lat, lon, declination) => {
    // The middle of a year: 182.5 days after its start, 183 in 2028.
    const on =
      year % 1 === 0
        ? `${year}-01-01T00:00Z`
        : `${Math.floor(year)}-07-02T${year === 2028.5 ? "00" : "12"}:00Z`;
    const found = declinationDeg({ lat, lon }, zulu(on), heightKm);
    // The table is rounded to 0.01 degrees.
    expect(Math.abs((found ?? 999) - declination)).toBeLessThan(0.0051);
  },
);

test("east is positive: Ankara 6.2, Astana 10.0 degrees east at the end of 2026", () => {
  expect(declinationDeg({ lat: 40.128, lon: 32.995 }, zulu("2026-12-01T06:00Z"))).toBeCloseTo(6.2, 1);
  expect(declinationDeg({ lat: 51.022, lon: 71.467 }, zulu("2026-12-01T06:00Z"))).toBeCloseTo(10, 1);
});

test("outside the years of the model nothing is told", () => {
  const ankara = { lat: 40.128, lon: 32.995 };
  expect(declinationDeg(ankara, zulu("2024-12-31T23:59:59Z"))).toBeNull();
  expect(declinationDeg(ankara, zulu("2025-01-01T00:00Z"))).not.toBeNull();
  expect(declinationDeg(ankara, zulu("2029-12-31T23:59:59Z"))).not.toBeNull();
  expect(declinationDeg(ankara, zulu("2030-01-01T00:00Z"))).toBeNull();
});

test("the declination moves on steadily through the last weeks of 2029", () => {
  const ankara = { lat: 40.128, lon: 32.995 };
  const at = (text: string) => declinationDeg(ankara, zulu(text)) ?? 999;
  const october = at("2029-11-01T00:00Z") - at("2029-10-02T00:00Z");
  const december = at("2029-12-31T00:00Z") - at("2029-12-01T00:00Z");
  expect(december).toBeCloseTo(october, 4);
  expect(october).toBeGreaterThan(0);
});
