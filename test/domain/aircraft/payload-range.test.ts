import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Aircraft } from "#domain/aircraft/aircraft.ts";
import { type PayloadRange, payloadRangeOf } from "#domain/aircraft/payload-range.ts";
import { shipped } from "#test/builders/plan.ts";

const a400m = shipped.aircraft.find(({ id }) => id === "a400m") as Aircraft;

function range(mode: "planning" | "published"): PayloadRange {
  const model = payloadRangeOf(a400m, mode);
  if (model === null) throw new Error("the A400M has every figure");
  return model;
}

describe("published mode", () => {
  it.each([
    [37_000, 3_300],
    [30_000, 4_450],
    [20_000, 6_300],
    [0, 8_900],
  ])("reaches with %i kg the published %i km within 0.6 %%", (payloadKg, publishedKm) => {
    expect(Math.abs(range("published").reachKm(payloadKg) / publishedKm - 1)).toBeLessThan(0.006);
  });

  it.each([
    [2_500, 37],
    [3_300, 36.9],
    [4_000, 32.8],
    [5_000, 27.0],
    [6_000, 21.6],
    [7_000, 16.4],
  ])("allows over %i km %f t", (distanceKm, tonnes) => {
    expect(Math.abs(range("published").allowance(distanceKm).maximumKg / 1000 - tonnes)).toBeLessThan(0.06);
  });

  it("is stopped by the tanks beyond about 8 000 km", () => {
    expect(range("published").allowance(7_900).limit).toBe("take-off mass");
    expect(range("published").allowance(8_300).limit).toBe("fuel tanks");
  });
});

describe("planning mode", () => {
  it.each([
    [2_500, 37],
    [3_000, 35.8],
    [3_300, 33.9],
    [3_500, 32.7],
    [4_000, 29.7],
    [4_500, 26.8],
    [5_000, 23.9],
    [6_000, 18.4],
    [7_000, 13.2],
  ])("allows over %i km %f t", (distanceKm, tonnes) => {
    expect(Math.abs(range("planning").allowance(distanceKm).maximumKg / 1000 - tonnes)).toBeLessThan(0.06);
  });

  it.each([
    [37_000, 2_800],
    [30_000, 3_950],
    [20_000, 5_710],
    [10_000, 7_440],
    [0, 8_230],
  ])("carries %i kg over %i km", (payloadKg, distanceKm) => {
    expect(Math.abs(range("planning").reachKm(payloadKg) - distanceKm)).toBeLessThan(15);
  });

  it("carries 116 paratroopers of 165 kg to about 5 900 km", () => {
    expect(Math.abs(range("planning").reachKm(116 * 165) - 5_900)).toBeLessThan(60);
  });

  it("brings the Almaty to Kayseri example to 31.3 t", () => {
    expect(Math.abs(range("planning").allowance(3_728).maximumKg / 1000 - 31.3)).toBeLessThan(0.06);
  });
});

describe("both modes", () => {
  const modes = fc.constantFrom("planning" as const, "published" as const);

  it("never allow more over a longer distance", () => {
    fc.assert(
      fc.property(modes, fc.double({ min: 0, max: 9_000, noNaN: true }), (mode, km) => {
        const model = range(mode);
        expect(model.allowance(km + 10).maximumKg).toBeLessThanOrEqual(model.allowance(km).maximumKg);
      }),
    );
  });

  it("keep every mass within its limit, and reach the binding one, at the allowance", () => {
    fc.assert(
      fc.property(modes, fc.double({ min: 0, max: 8_000, noNaN: true }), (mode, km) => {
        const model = range(mode);
        const { maximumKg, limit } = model.allowance(km);
        const masses = model.masses(km, maximumKg);
        if (masses === null) throw new Error("the allowance itself must fly");
        const fuelKg = masses.tripFuelKg + masses.reserveFuelKg;
        expect(masses.takeOffMassKg).toBeLessThanOrEqual(141_000 + 0.01);
        expect(masses.landingMassKg).toBeLessThanOrEqual(123_000 + 0.01);
        expect(fuelKg).toBeLessThanOrEqual(50_800 + 0.01);
        expect(masses.takeOffMassKg - fuelKg).toBeCloseTo(78_600 + maximumKg, 3);
        if (limit === "take-off mass") expect(masses.takeOffMassKg).toBeCloseTo(141_000, 3);
        if (limit === "fuel tanks") expect(fuelKg).toBeCloseTo(50_800, 3);
      }),
    );
  });

  it("refuse a payload over the allowance, and any payload out of reach", () => {
    expect(range("planning").masses(4_000, 31_000)).toBeNull();
    expect(range("planning").masses(12_000, 0)).toBeNull();
    expect(range("planning").allowance(12_000)).toEqual({ maximumKg: 0, limit: "range" });
    expect(range("published").reachKm(40_000)).toBe(0);
  });

  it("say nothing when a figure is unknown", () => {
    const unknown = structuredClone(a400m);
    unknown.figures.emptyMassKg.value = null;
    expect(payloadRangeOf(unknown, "planning")).toBeNull();
    expect(payloadRangeOf(unknown, "published")).toBeNull();
  });
});
