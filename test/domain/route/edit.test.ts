import { describe, expect, it } from "vitest";
import {
  insertWaypoint,
  placeWaypoint,
  removeWaypoint,
  reverseRoute,
  setLevel,
  setStop,
  shiftWaypoint,
} from "#domain/route/edit.ts";
import { placeAt } from "#domain/route/place.ts";
import { routeText } from "#domain/route/route-text.ts";
import { assessed, flightOver } from "#test/builders/plan.ts";

const flight = flightOver("LTAC ERZ TBS UATE+90 UACC");
const text = (changed: typeof flight) => routeText(changed.waypoints);

describe("edits", () => {
  it("leave the flight that they are given as it is", () => {
    const before = structuredClone(flight);
    for (const edit of [
      () => removeWaypoint(flight, "w2"),
      () => reverseRoute(flight),
      () => placeWaypoint(flight, "w3", placeAt({ lat: 41, lon: 45 })),
      () => setStop(flight, "w4", null),
    ])
      edit();
    expect(flight).toEqual(before);
  });

  it("insert, move, shift and remove", () => {
    const point = {
      id: "n",
      ...placeAt({ lat: 41, lon: 45 }),
      groundMinutes: null,
      levelFl: null,
      tasKt: null,
    };
    expect(text(insertWaypoint(flight, 2, point))).toBe("LTAC ERZ 4100N04500E TBS UATE+90 UACC");
    expect(text(placeWaypoint(flight, "w2", placeAt({ lat: 41, lon: 45 })))).toBe(
      "LTAC 4100N04500E TBS UATE+90 UACC",
    );
    expect(text(shiftWaypoint(flight, "w2", 1))).toBe("LTAC TBS ERZ UATE+90 UACC");
    expect(text(shiftWaypoint(flight, "w1", -1))).toBe(text(flight));
    expect(text(removeWaypoint(flight, "w3"))).toBe("LTAC ERZ UATE+90 UACC");
  });

  it("take the stop away where the aerodrome becomes an end or is left", () => {
    expect(text(removeWaypoint(flight, "w5"))).toBe("LTAC ERZ TBS UATE");
    expect(text(placeWaypoint(flight, "w4", placeAt({ lat: 43, lon: 51 })))).toBe(
      "LTAC ERZ TBS 4300N05100E UACC",
    );
    expect(text(setStop(flight, "w2", 30))).toBe(text(flight));
  });

  it("keep each leg's level and speed when the route is turned round", () => {
    const stepped = setLevel(flightOver("LTAC ERZ/F330 TBS/N0400F350 UATE+90 UACC"), "w5", null);
    const there = assessed(stepped).legs.map(({ levelFl, tasKt }) => [levelFl, tasKt]);
    const back = assessed(reverseRoute(stepped)).legs.map(({ levelFl, tasKt }) => [levelFl, tasKt]);
    expect(there).toEqual([
      [310, 390],
      [330, 390],
      [350, 400],
      [350, 400],
    ]);
    expect(back).toEqual(there.toReversed());
    expect(text(reverseRoute(reverseRoute(flight)))).toBe(text(flight));
  });
});
