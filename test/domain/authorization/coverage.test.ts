import { describe, expect, it } from "vitest";
import type { Authorization } from "#domain/authorization/authorization.ts";
import { standingOf } from "#domain/authorization/coverage.ts";
import { statusOf } from "#domain/authorization/requirements.ts";
import type { Overflight, Requirement } from "#domain/flight/assessment.ts";
import { destination } from "#domain/geo/geodesic.ts";
import { type Zulu, zuluAt } from "#domain/zulu.ts";

const ENTRY = { lat: 41.45, lon: 42.93 };
const EXIT = { lat: 41.08, lon: 46.53 };
const at = (clock: string) => `2026-12-02T${clock}:00Z` as Zulu;
const NOW = at("00:00");

function visit(change: Partial<Overflight> = {}): Overflight {
  return {
    state: "GE",
    entry: { ...ENTRY, distanceNm: 496.9, at: at("07:03") },
    exit: { ...EXIT, distanceNm: 668, at: at("07:29") },
    distanceNm: 171.1,
    firs: ["UGGG"],
    landing: false,
    ...change,
  };
}

function grant(change: Partial<Authorization> = {}): Authorization {
  return {
    state: "GE",
    status: "granted",
    number: "GE 12",
    validFrom: at("06:00"),
    validTo: at("12:00"),
    note: "",
    grantedFor: [{ entry: ENTRY, exit: EXIT }],
    ...change,
  };
}

const standing = (authorization: Authorization | null, visits = [visit()], now = NOW) =>
  standingOf(authorization, visits, 5, now);

describe("a State clears the flight", () => {
  it("with a number and a window around the visit", () => {
    expect(standing(grant())).toEqual({ status: "granted", standing: "cleared", reason: "" });
  });

  it("to the very second of the window, and not one longer", () => {
    expect(standing(grant({ validFrom: at("07:03"), validTo: at("07:29") })).standing).toBe("cleared");
    expect(standing(grant({ validTo: "2026-12-02T07:28:59Z" as Zulu })).standing).toBe("stale");
    expect(standing(grant({ validFrom: "2026-12-02T07:03:01Z" as Zulu })).standing).toBe("stale");
  });

  it("while the points stay inside the corridor it was given for", () => {
    const moved = (distanceNm: number) => {
      const point = destination(EXIT, 90, distanceNm);
      return visit({ exit: { ...point, distanceNm: 668, at: at("07:29") } });
    };
    expect(standing(grant(), [moved(4.9)]).standing).toBe("cleared");
    expect(standing(grant(), [moved(24)])).toEqual({
      status: "granted",
      standing: "stale",
      reason: "The exit point moved 24.0 NM since the grant.",
    });
  });
});

describe("a State does not clear the flight", () => {
  it("by silence, a draft or a request", () => {
    expect(standing(null)).toMatchObject({ status: "missing", standing: "pending" });
    expect(standing(grant({ status: "draft" })).standing).toBe("pending");
    expect(standing(grant({ status: "requested" })).standing).toBe("pending");
  });

  it.each(["refused", "suspended", "cancelled", "expired"] as const)("when it has %s", (status) => {
    expect(standing(grant({ status }))).toMatchObject({ status, standing: "blocked" });
  });

  it("with a grant that has no number or no window", () => {
    expect(standing(grant({ number: "" })).standing).toBe("pending");
    expect(standing(grant({ validFrom: null })).standing).toBe("pending");
    expect(standing(grant({ validTo: null })).standing).toBe("pending");
  });

  it("with a grant of which nobody knows the route", () => {
    expect(standing(grant({ grantedFor: null })).standing).toBe("stale");
    expect(standing(grant({ grantedFor: [] })).standing).toBe("stale");
  });

  it("once the window has passed without anybody's act", () => {
    const short = grant({ validTo: at("07:10") });
    expect(standing(short, [visit()], at("07:11"))).toMatchObject({ status: "expired", standing: "blocked" });
    expect(standing(short, [visit()], at("07:09"))).toMatchObject({ status: "granted", standing: "stale" });
  });

  it("whole, when only one of two visits is in the window", () => {
    const later = visit({
      entry: { ...ENTRY, distanceNm: 900, at: at("12:30") },
      exit: { ...EXIT, distanceNm: 950, at: at("12:40") },
    });
    const both = grant({
      grantedFor: [
        { entry: ENTRY, exit: EXIT },
        { entry: ENTRY, exit: EXIT },
      ],
    });
    expect(standing(both, [visit(), later]).standing).toBe("partial");
  });
});

it("keeps a flight that was flown inside its window cleared", () => {
  expect(standing(grant(), [visit()], "2027-06-01T00:00:00Z" as Zulu).standing).toBe("cleared");
});

describe("statusOf", () => {
  const of = (...standings: Requirement["standing"][]) =>
    statusOf(
      standings.map((each) => ({
        state: "GE",
        status: "granted",
        standing: each,
        reason: "",
        number: "",
        entryAt: zuluAt(0),
        exitAt: zuluAt(0),
      })),
    );

  it("is the worst word that is true", () => {
    expect(of("cleared", "stale", "blocked")).toBe("blocked");
    expect(of("cleared", "pending", "stale")).toBe("stale");
    expect(of("cleared", "pending")).toBe("partial");
    expect(of("partial", "pending")).toBe("partial");
    expect(of("pending")).toBe("pending");
    expect(of("cleared", "cleared")).toBe("cleared");
    expect(of()).toBe("pending");
  });
});
