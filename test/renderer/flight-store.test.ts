// @vitest-environment node
import { describe, expect, it } from "vitest";
import { placeWaypoint } from "#domain/route/edit.ts";
import { placeAt } from "#domain/route/place.ts";
import { flightStoreOf } from "#renderer/state/flight-store.ts";
import { flightOver, NOW, shipped, zulu } from "#test/builders/plan.ts";
import { memoryHost } from "./memory-host.ts";

const flight = flightOver("LTAC ERZ UATE UACC");
const erz = flight.waypoints[1]?.id ?? "";
const north = (lat: number) => placeWaypoint(flight, erz, placeAt({ lat, lon: 41.2 }));

function opened() {
  const host = memoryHost(flight);
  const flights = flightStoreOf(host.api, shipped, NOW, () => undefined);
  flights.open(host.stored());
  const open = () => {
    const state = flights.store.getState().open;
    if (state === null) throw new Error("no flight is open");
    return state;
  };
  return { host, flights, open };
}

describe("the flight store", () => {
  it("shows the consequences of a preview and keeps nothing of it", async () => {
    const { host, flights, open } = opened();
    const before = open().assessment.route.totalDistanceNm;
    flights.preview(north(44));
    expect(open().assessment.route.totalDistanceNm).not.toBeCloseTo(before, 0);
    expect(open().committed).toBe(flight);
    flights.cancelPreview();
    expect(open().flight).toBe(flight);
    expect(open().assessment.route.totalDistanceNm).toBe(before);
    expect(await flights.settled()).toBe(true);
    expect(host.saves).toEqual([]);
  });

  it("makes one step of Undo of a whole drag, and saves it with its name", async () => {
    const { host, flights, open } = opened();
    for (const lat of [41, 42, 43, 44]) flights.preview(north(lat));
    flights.commit("Move ERZ");
    expect(open().history.past.map(({ label }) => label)).toEqual(["Move ERZ"]);
    await flights.settled();
    expect(host.saves.map(({ note }) => note)).toEqual(["Move ERZ"]);
    expect(host.stored().flight.waypoints[1]?.position.lat).toBe(44);

    flights.undo();
    expect(open().flight).toBe(flight);
    await flights.settled();
    expect(host.stored().flight).toEqual(flight);
    expect(host.saves.at(-1)?.note).toBe("Undo Move ERZ");

    flights.redo();
    expect(open().flight.waypoints[1]?.position.lat).toBe(44);
  });

  it("makes no step of an edit that changes nothing", () => {
    const { flights, open } = opened();
    flights.commit("Call sign", { ...flight });
    expect(open().history.past).toEqual([]);
  });

  it("keeps what the user has when a save is refused, and saves over another version when told to", async () => {
    const { host, flights, open } = opened();
    host.changeElsewhere();
    flights.commit("Move ERZ", north(44));
    await flights.settled();
    expect(open().save).toMatchObject({ kind: "failed", why: "changed-elsewhere" });
    expect(open().flight.waypoints[1]?.position.lat).toBe(44);
    flights.saveOver(host.stored().revision);
    await flights.settled();
    expect(open().save.kind).toBe("saved");
    expect(host.stored().flight.waypoints[1]?.position.lat).toBe(44);
  });

  it("keeps an edit of a flight that was deleted elsewhere, and restores and saves it when told to", async () => {
    const { host, flights, open } = opened();
    host.removeElsewhere();
    flights.commit("Move ERZ", north(44));
    await flights.settled();
    expect(open().save).toMatchObject({ kind: "failed", why: "in-trash" });
    await flights.restoreAndSave();
    expect(await flights.settled()).toBe(true);
    expect(open().save.kind).toBe("saved");
    expect(host.stored().flight.waypoints[1]?.position.lat).toBe(44);
  });

  it("does not write over what was saved elsewhere before the flight was deleted", async () => {
    const { host, flights, open } = opened();
    host.changeElsewhere();
    host.removeElsewhere();
    flights.commit("Move ERZ", north(44));
    await flights.settled();
    await flights.restoreAndSave();
    expect(await flights.settled()).toBe(false);
    expect(open().save).toMatchObject({ kind: "failed", why: "changed-elsewhere" });
    expect(host.stored().flight).toBe(flight);
  });

  it("looks at permissions and dates again when the clock moves on", () => {
    const { flights, open } = opened();
    const codes = () => open().assessment.findings.map(({ code }) => code);
    expect(codes()).not.toContain("off-block-passed");
    flights.tick(zulu("2026-12-24T00:00Z"));
    expect(codes()).toContain("off-block-passed");
  });
});
