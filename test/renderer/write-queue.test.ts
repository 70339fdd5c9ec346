// @vitest-environment node
import { describe, expect, it } from "vitest";
import { type SaveState, writeQueueOf } from "#renderer/state/write-queue.ts";
import { flightOver } from "#test/builders/plan.ts";
import { memoryHost } from "./memory-host.ts";

const flight = flightOver("LTAC UACC");
const named = (callSign: string) => ({ ...flight, callSign });

function started() {
  const host = memoryHost(flight);
  const states: SaveState[] = [];
  const queue = writeQueueOf(host.api, host.stored(), (state) => states.push(state));
  return { host, queue, states };
}

describe("the write queue", () => {
  it("writes one after the other, each on the revision that the last one made", async () => {
    const { host, queue, states } = started();
    queue.save(named("ONE"), "one");
    await queue.settled();
    queue.save(named("TWO"), "two");
    expect(await queue.settled()).toBe(true);
    expect(host.saves).toEqual([
      { note: "one", baseRevision: 1 },
      { note: "two", baseRevision: 2 },
    ]);
    expect(states.at(-1)).toEqual({ kind: "saved", at: host.stored().savedAt });
  });

  it("writes only the last of the saves that waited", async () => {
    const { host, queue } = started();
    const release = host.hold();
    queue.save(named("ONE"), "one");
    await Promise.resolve();
    queue.save(named("TWO"), "two");
    queue.save(named("THREE"), "three");
    release();
    await queue.settled();
    expect(host.saves.map(({ note }) => note)).toEqual(["one", "three"]);
    expect(host.stored().flight.callSign).toBe("THREE");
  });

  it("says a refusal, keeps the flight and writes it when asked again", async () => {
    const { host, queue, states } = started();
    host.fail(new Error("The disk is full."));
    queue.save(named("ONE"), "one");
    expect(await queue.settled()).toBe(false);
    expect(states.at(-1)).toEqual({ kind: "failed", sentence: "The disk is full.", why: "other" });
    expect(await queue.settled()).toBe(false);
    host.fail(null);
    queue.retry();
    expect(await queue.settled()).toBe(true);
    expect(host.stored().flight.callSign).toBe("ONE");
  });

  it("overwrites a flight that was changed elsewhere only when told to", async () => {
    const { host, queue, states } = started();
    host.changeElsewhere();
    queue.save(named("MINE"), "mine");
    expect(await queue.settled()).toBe(false);
    expect(states.at(-1)).toMatchObject({ kind: "failed", why: "changed-elsewhere" });
    expect(host.stored().flight.callSign).toBe(flight.callSign);
    queue.retry(host.stored().revision);
    expect(await queue.settled()).toBe(true);
    expect(host.stored().flight.callSign).toBe("MINE");
  });

  it("keeps the newer flight when the save before it fails meanwhile", async () => {
    const { host, queue } = started();
    const release = host.hold();
    host.fail(new Error("busy"));
    queue.save(named("ONE"), "one");
    await Promise.resolve();
    queue.save(named("TWO"), "two");
    release();
    expect(await queue.settled()).toBe(false);
    host.fail(null);
    queue.retry();
    expect(await queue.settled()).toBe(true);
    expect(host.stored().flight.callSign).toBe("TWO");
  });

  it("takes the newest flight along after a failure", async () => {
    const { host, queue } = started();
    host.fail(new Error("busy"));
    queue.save(named("ONE"), "one");
    await queue.settled();
    host.fail(null);
    queue.save(named("TWO"), "two");
    await queue.settled();
    expect(host.stored().flight.callSign).toBe("TWO");
    expect(host.saves.map(({ note }) => note)).toEqual(["one", "two"]);
  });
});
