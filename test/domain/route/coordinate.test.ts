import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coordinateText, readCoordinate, roundedToMinutes } from "#domain/route/coordinate.ts";

describe("readCoordinate", () => {
  it.each([
    ["4018N04336E", 40.3, 43.6],
    ["40N043E", 40, 43],
    ["401830N0433645E", 40.308333, 43.6125],
    ["4018S04336W", -40.3, -43.6],
    ["40.3,43.6", 40.3, 43.6],
    ["-40.3,+43.6", -40.3, 43.6],
    ["9000N18000E", 90, 180],
  ])("reads %s", (text, lat, lon) => {
    const read = readCoordinate(text);
    expect(read).not.toBeNull();
    if (read === null || "sentence" in read) throw new Error("not read");
    expect(read.lat).toBeCloseTo(lat, 5);
    expect(read.lon).toBeCloseTo(lon, 5);
  });

  it.each([
    ["4018N4336E", "digits"],
    ["401N04336E", "digits"],
    ["4060N04336E", "60 or more"],
    ["4018N04360E", "60 or more"],
    ["9001N04336E", "latitude"],
    ["4018N18001E", "longitude"],
    ["91,43", "latitude"],
    ["41,181", "longitude"],
    ["4018N", "whole coordinate"],
    ["N4018E04336", "whole coordinate"],
  ])("says what is wrong with %s", (text, word) => {
    expect(readCoordinate(text)).toEqual({ sentence: expect.stringContaining(word) });
  });

  it.each(["LTAC", "ERZ", "UATE+90", ""])("leaves %s to others", (text) => {
    expect(readCoordinate(text)).toBeNull();
  });
});

describe("coordinateText", () => {
  it("carries minutes, and has no negative zero", () => {
    expect(coordinateText({ lat: 39 + 59.97 / 60, lon: 32.9 })).toBe("4000N03254E");
    expect(coordinateText({ lat: 0, lon: -0.4 / 60 })).toBe("0000N00000E");
    expect(coordinateText({ lat: -0.2 / 60, lon: -1 / 60 })).toBe("0000N00001W");
  });

  it("is read back to the minute", () => {
    const positions = fc.record({
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(positions, (position) => {
        const rounded = roundedToMinutes(position);
        const read = readCoordinate(coordinateText(position));
        if (read === null || "sentence" in read) throw new Error("not read");
        expect(read.lat).toBeCloseTo(rounded.lat, 9);
        expect(read.lon).toBeCloseTo(rounded.lon, 9);
        expect(Math.abs(rounded.lat - position.lat)).toBeLessThanOrEqual(0.5 / 60 + 1e-9);
      }),
    );
  });
});
