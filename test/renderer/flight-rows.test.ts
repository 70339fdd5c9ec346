// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { FlightSummary } from "#domain/api/contract.ts";
import { plusMinutes } from "#domain/zulu.ts";
import { DAY_HEIGHT, FLIGHT_HEIGHT, listRows, rowsWithin } from "#renderer/panels/flight-rows.ts";
import { zulu } from "#test/builders/plan.ts";

const flights = Array.from(
  { length: 10_000 },
  (_, index): FlightSummary => ({
    id: `f${index}`,
    revision: 1,
    callSign: `KZF${index}`,
    offBlockAt: plusMinutes(zulu("2026-01-01T00:00Z"), index * 60),
    stops: ["LTAC", "UACC"],
    status: "pending",
    clearedStates: 0,
    states: 2,
  }),
);

describe("rows of the flights list", () => {
  it("puts one heading before the flights of each day", () => {
    const { rows, height } = listRows(flights.slice(0, 30));
    expect(rows.map(({ kind }) => kind).filter((kind) => kind === "day")).toHaveLength(2);
    expect(rows[0]).toMatchObject({ kind: "day", text: "Thu 01 Jan 2026", top: 0 });
    expect(rows[25]).toMatchObject({ kind: "day", text: "Fri 02 Jan 2026" });
    expect(height).toBe(2 * DAY_HEIGHT + 30 * FLIGHT_HEIGHT);
  });

  it("draws only what is seen of ten thousand", () => {
    const { rows, height } = listRows(flights);
    const seen = rowsWithin(rows, height / 2, height / 2 + 800);
    expect(seen.length).toBeLessThan(20);
    expect(seen[0]?.top).toBeLessThanOrEqual(height / 2);
    const last = seen.at(-1);
    expect((last?.top ?? 0) + (last?.height ?? 0)).toBeGreaterThanOrEqual(height / 2 + 800);
  });
});
