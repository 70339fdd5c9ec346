// @vitest-environment node
import { describe, expect, it } from "vitest";
import { flightStoreOf } from "#renderer/state/flight-store.ts";
import { guardUnload } from "#renderer/state/unload.ts";
import { flightOver, NOW, shipped } from "#test/builders/plan.ts";
import { memoryHost } from "./memory-host.ts";

function guarded() {
  const flight = flightOver("LTAC UACC");
  const host = memoryHost(flight);
  const flights = flightStoreOf(host.api, shipped, NOW, () => undefined);
  flights.open(host.stored());
  const page = new EventTarget();
  let draft = false;
  guardUnload(flights, page, () => draft);
  const closes = () => page.dispatchEvent(new Event("beforeunload", { cancelable: true }));
  return {
    host,
    flights,
    closes,
    type: () => {
      draft = true;
    },
    edit: () => flights.commit("Call sign", { ...flight, callSign: "MINE" }),
  };
}

describe("closing the page", () => {
  it("warns while an edit is under way and after it was refused, not once it is saved", async () => {
    const { host, flights, closes, edit } = guarded();
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
    const { closes, type } = guarded();
    expect(closes()).toBe(true);
    type();
    expect(closes()).toBe(false);
  });
});
