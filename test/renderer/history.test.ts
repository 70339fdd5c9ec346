// @vitest-environment node
import { describe, expect, it } from "vitest";
import { EMPTY_HISTORY, nextLabel, pushed, redone, undone } from "#renderer/state/history.ts";
import { flightOver } from "#test/builders/plan.ts";

const [first, second, third] = ["LTAC UACC", "LTAC UATE UACC", "LTAC ERZ UACC"].map((route) =>
  flightOver(route),
);

describe("history", () => {
  it("steps back and forward through whole flights, with the name of each edit", () => {
    if (first === undefined || second === undefined || third === undefined) throw new Error("no flights");
    const history = pushed(pushed(EMPTY_HISTORY, "Insert UATE", first), "Move UATE", second);
    expect(nextLabel(history, "undo")).toBe("Move UATE");

    const back = undone(history, third);
    expect(back?.flight).toBe(second);
    expect(back && nextLabel(back.history, "redo")).toBe("Move UATE");
    expect(back && nextLabel(back.history, "undo")).toBe("Insert UATE");

    const forward = back && redone(back.history, back.flight);
    expect(forward?.flight).toBe(third);
    expect(forward?.history).toEqual(history);
  });

  it("forgets what was undone when another edit follows", () => {
    if (first === undefined || second === undefined || third === undefined) throw new Error("no flights");
    const back = undone(pushed(EMPTY_HISTORY, "Insert UATE", first), second);
    const history = back && pushed(back.history, "Insert ERZ", back.flight);
    expect(history && nextLabel(history, "redo")).toBeNull();
  });

  it("has nothing to undo at the start", () => {
    if (first === undefined) throw new Error("no flight");
    expect(undone(EMPTY_HISTORY, first)).toBeNull();
    expect(nextLabel(EMPTY_HISTORY, "undo")).toBeNull();
  });
});
