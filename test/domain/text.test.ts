import { expect, test } from "vitest";
import { distanceText, kilogramsText, tonnesText } from "#domain/text.ts";

test.each([
  [32_900, "32.9 t"],
  [100, "0.1 t"],
  [99.6, "100 kg"],
  [40, "40 kg"],
  [-12.4, "\u221212 kg"],
  [0.4, "0.4 kg"],
  [0.03, "0.03 kg"],
  [0, "0.0 t"],
])("%d kg reads %s, never a rounded nothing", (massKg, text) => {
  expect(tonnesText(massKg)).toBe(text);
});

test("masses are as fine as their difference", () => {
  expect(kilogramsText(37_012.4, 12)).toBe("37\u2009012 kg");
  expect(kilogramsText(37_000.4, 0.4)).toBe("37\u2009000.4 kg");
});

test.each([
  [0, "less than 0.1 NM"],
  [0.02, "less than 0.1 NM"],
  [0.05, "0.1 NM"],
  [12.34, "12.3 NM"],
])("%d NM reads %s", (distanceNm, text) => {
  expect(distanceText(distanceNm)).toBe(text);
});
