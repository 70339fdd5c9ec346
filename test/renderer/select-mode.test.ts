// @vitest-environment node
import { describe, expect, it } from "vitest";
import { placeAt } from "#domain/route/place.ts";
import type { Pointer } from "#renderer/map/modes/mode.ts";
import { type Hit, selectModeOf } from "#renderer/map/modes/select-mode.ts";
import { flightStoreOf } from "#renderer/state/flight-store.ts";
import { newQueryClient, type Session } from "#renderer/state/session.ts";
import { viewStoreOf } from "#renderer/state/view-store.ts";
import { flightOver, NOW, shipped } from "#test/builders/plan.ts";
import { memoryHost } from "./memory-host.ts";

const flight = flightOver("LTAC ERZ UACC");
const erz: Hit = { kind: "waypoint", id: flight.waypoints[1]?.id ?? "" };
const pointer = (x: number, inside = true): Pointer => ({
  pixel: { x, y: 0 },
  at: { lat: 44, lon: 40 + x / 100 },
  free: true,
  inside,
});

function dragged(hit: Hit, last: Pointer) {
  const host = memoryHost(flight);
  const flights = flightStoreOf(host.api, shipped, NOW, () => undefined);
  flights.open(host.stored());
  const view = viewStoreOf({});
  const session = { flights, view, reference: shipped, queries: newQueryClient() } as Session;
  const mode = selectModeOf(
    session,
    () => hit,
    ({ at }) => placeAt(at),
  );
  mode.down(pointer(0));
  mode.drag(pointer(50));
  expect(flights.store.getState().open?.flight).not.toBe(flight);
  if (last.inside) mode.drag(last);
  mode.up(last);
  return { open: flights.store.getState().open, selection: view.getState().selection };
}

describe("dragging on the map", () => {
  it("moves a waypoint that is let go on the map, as one step", () => {
    const { open } = dragged(erz, pointer(100));
    expect(open?.committed.waypoints[1]?.position).toEqual({ lat: 44, lon: 41 });
    expect(open?.history.past).toHaveLength(1);
  });

  it("moves nothing when the button is let go outside the map", () => {
    const { open, selection } = dragged(erz, pointer(100, false));
    expect(open?.flight).toBe(flight);
    expect(open?.committed).toBe(flight);
    expect(open?.history.past).toEqual([]);
    expect(selection).toEqual(erz);
  });

  it("inserts nothing either, and selects no waypoint that is gone", () => {
    const { open, selection } = dragged({ kind: "leg", index: 0 }, pointer(100, false));
    expect(open?.flight).toBe(flight);
    expect(open?.history.past).toEqual([]);
    expect(selection).toEqual({ kind: "none" });
  });
});
