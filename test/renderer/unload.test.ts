// @vitest-environment node
import { describe, expect, it } from "vitest";
import { flightStoreOf } from "#renderer/state/flight-store.ts";
import { guardUnload } from "#renderer/state/unload.ts";
import { viewStoreOf } from "#renderer/state/view-store.ts";
import { flightOver, NOW, shipped } from "#test/builders/plan.ts";
import { memoryHost } from "./memory-host.ts";

function guarded(desktop: boolean) {
  const flight = flightOver("LTAC UACC");
  const host = memoryHost(flight);
  const flights = flightStoreOf(host.api, shipped, NOW, () => undefined);
  flights.open(host.stored());
  const view = viewStoreOf({});
  const page = new EventTarget();
  let draft = false;
  guardUnload({ flights, view }, page, () => draft, desktop);
  const closes = () => page.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  return {
    host,
    flights,
    view,
    closes,
    type: () => {
      draft = true;
    },
    edit: () => flights.commit("Call sign", { ...flight, callSign: "MINE" }),
  };
}

describe("closing the page", () => {
  it("warns while an edit is under way and after it was refused, not once it is saved", async () => {
    const { host, flights, closes, edit } = guarded(false);
    expect(closes()).toBe(true);
    host.fail(new Error("The disk is full."));
    edit();
    expect(closes()).toBe(false);
    await flights.settled();
    expect(closes()).toBe(false);
    host.fail(null);
    flights.retrySave();
    await flights.settled();
    expect(closes()).toBe(true);
  });

  it("warns while a field holds text that was not taken", () => {
    const { closes, type } = guarded(false);
    expect(closes()).toBe(true);
    type();
    expect(closes()).toBe(false);
  });

  it("says in the desktop window why it stays open, and closes at the second try", () => {
    const { view, closes, edit } = guarded(true);
    edit();
    expect(closes()).toBe(false);
    expect(view.getState().problem).toContain("Not closed: the flight is not saved yet.");
    expect(closes()).toBe(true);
  });
});
