// @vitest-environment node
import { describe, expect, it } from "vitest";
import { snapperOf } from "#renderer/map/modes/snap.ts";
import { shipped } from "#test/builders/plan.ts";

/** The VOR of Astana stands beside the aerodrome. */
const vor = shipped.navaids.find(({ ident, lat }) => ident === "AST" && Math.round(lat) === 51);
const at = { lat: vor?.lat ?? Number.NaN, lon: vor?.lon ?? Number.NaN };
const pointer = { pixel: { x: 0, y: 0 }, at, free: false, inside: true };

describe("snapping", () => {
  it("takes the aerodrome for an end of the route, the navaid under the pointer between the ends", () => {
    for (const metresPerPixel of [1_000, 5_000]) {
      const snap = snapperOf(shipped, () => metresPerPixel);
      expect(snap(pointer, true)).toMatchObject({ kind: "aerodrome", ident: "UACC" });
      expect(snap(pointer, false)).toMatchObject({ kind: "navaid", ident: "AST" });
    }
  });

  it("takes the navaid at an end too when no aerodrome is within reach", () => {
    const snap = snapperOf(shipped, () => 10);
    expect(snap(pointer, true)).toMatchObject({ kind: "navaid", ident: "AST" });
  });

  it("takes nothing while Alt asks for a free point", () => {
    const snap = snapperOf(shipped, () => 1_000);
    expect(snap({ ...pointer, free: true }, true).kind).toBe("position");
  });
});
