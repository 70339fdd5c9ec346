import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { confirmGrant, recordAuthorization } from "#domain/authorization/record.ts";
import { type Flight, flightSchema } from "#domain/flight/flight.ts";
import { courseAndDistance } from "#domain/geo/geodesic.ts";
import { placeWaypoint, reverseRoute } from "#domain/route/edit.ts";
import { placeAt } from "#domain/route/place.ts";
import { clockTextSince, epochMs, minutesBetween, plusMinutes } from "#domain/zulu.ts";
import { assessed, exampleFlight, flightOver, known, NOW, zulu } from "#test/builders/plan.ts";

const EXAMPLE = "LTAC ERZ TBS 4055N04700E 4120N04930E UATE+90 UACC";
const firs = (flight: Flight) => assessed(flight).crossings.map(({ fir }) => fir);
const states = (flight: Flight) => assessed(flight).requirements.map(({ state }) => state);
const codes = (flight: Flight, now = NOW) => assessed(flight, now).findings.map(({ code }) => code);

describe("the main job", () => {
  it("crosses the corner of Armenia besides Türkiye, Georgia, Azerbaijan and Kazakhstan", () => {
    const flight = flightOver(EXAMPLE);
    expect(firs(flight)).toEqual(["LTAA", "UDDD", "UGGG", "UBBA", "UATT", "UACN"]);
    expect(states(flight)).toEqual(["TR", "AM", "GE", "AZ", "KZ"]);
    expect(assessed(flight).requirements.map(({ status }) => status)).toEqual(Array(5).fill("missing"));
  });

  it("shows Rostov on the direct line", () => {
    expect(firs(flightOver("LTAC UACC"))).toContain("URRV");
    expect(states(flightOver("LTAC UACC"))).toContain("RU");
  });

  it("flies the example flight that is shipped", () => {
    const assessment = assessed(exampleFlight);
    expect(assessment.crossings.map(({ fir }) => fir)).toEqual([
      "LTAA",
      "UDDD",
      "UGGG",
      "UBBA",
      "UATT",
      "UACN",
    ]);
    expect(assessment.status).not.toBe("cleared");
    expect(assessment.findings.filter(({ code }) => code.startsWith("permission-")).length).toBeGreaterThan(
      0,
    );
  });
});

describe("times", () => {
  it("are distance over ground speed from take-off, with taxi, stop and wind", () => {
    const flight = flightOver("LTAC UATE+90 UACC", {
      taxiMinutes: 10,
      cruise: { levelFl: 310, tasKt: 400, headwindKt: 20 },
    });
    const { sectors, legs, crossings } = assessed(flight);
    const [first, second] = sectors;
    if (first === undefined || second === undefined) throw new Error("two sectors");
    expect(first.takeOffAt).toBe("2026-12-01T06:10:00Z");
    expect(first.eetMinutes).toBeCloseTo((first.distanceNm / 380) * 60, 6);
    expect(second.offBlockAt).toBe(plusMinutes(known(first.landingAt), 90));
    expect(minutesBetween(known(second.offBlockAt), known(second.takeOffAt))).toBe(10);
    expect(legs[1]?.startAt).toBe(second.takeOffAt);
    expect(crossings[0]?.entry.at).toBe(first.takeOffAt);
    expect(crossings.at(-1)?.exit.at).toBe(second.landingAt);
    expect(first.airDistanceNm).toBeCloseTo((first.distanceNm * 400) / 380, 6);
  });

  it("cross midnight into the next day and year", () => {
    const flight = flightOver("LTAC UACC", { offBlockAt: zulu("2026-12-31T22:30Z") });
    expect(assessed(flight).crossings.at(-1)?.exit.at?.slice(0, 10)).toBe("2027-01-01");
  });

  it("end where the wind leaves no ground speed: behind that leg there are none, and no payload", () => {
    const flight = flightOver("LTAC ERZ/N0100F100 UATE+90 UACC", {
      cruise: { levelFl: 310, tasKt: 400, headwindKt: 100 },
      authorizations: [
        {
          state: "KZ",
          status: "granted",
          number: "KZ 1",
          validFrom: zulu("2026-11-30T00:00Z"),
          validTo: zulu("2026-12-05T00:00Z"),
          note: "",
          grantedFor: null,
        },
      ],
    });
    const { legs, sectors, crossings, route, payload, requirements, findings } = assessed(flight);
    expect(legs.map(({ groundSpeedKt }) => groundSpeedKt)).toEqual([300, null, null]);
    expect(legs.map(({ endAt }) => endAt === null)).toEqual([false, true, true]);
    expect(sectors.map(({ takeOffAt, landingAt, eetMinutes }) => [takeOffAt, landingAt, eetMinutes])).toEqual(
      [
        ["2026-12-01T06:00:00Z", null, null],
        [null, null, null],
      ],
    );
    expect(route).toMatchObject({ landingAt: null, airborneMinutes: null });
    expect(crossings[0]?.entry.at).toBe("2026-12-01T06:00:00Z");
    expect(crossings.slice(1).every(({ entry }) => entry.at === null)).toBe(true);
    expect(payload).toBeNull();
    const granted = requirements.find(({ state }) => state === "KZ");
    expect(granted).toMatchObject({
      standing: "pending",
      entryAt: null,
      reason: expect.stringMatching(/no times/),
    });
    expect(findings.map(({ code }) => code)).toContain("headwind-exceeds-speed");
    expect(findings.map(({ code }) => code)).not.toContain("payload-unknown");
  });

  it("carry the days since off block", () => {
    const day = zulu("2026-12-31T22:30Z");
    expect(clockTextSince(day, zulu("2026-12-31T23:59Z"))).toBe("2359Z");
    expect(clockTextSince(day, zulu("2027-01-01T00:56Z"))).toBe("0056Z+1");
    expect(clockTextSince(day, zulu("2027-01-02T00:56Z"))).toBe("0056Z+2");
  });

  it("change speed and level where the route says so", () => {
    const { legs } = assessed(flightOver("LTAC ERZ/N0300F250 TBS UATE"));
    expect(legs.map(({ tasKt, levelFl }) => [tasKt, levelFl])).toEqual([
      [390, 310],
      [300, 250],
      [300, 250],
    ]);
  });
});

describe("crossings", () => {
  const points = fc.record({
    lat: fc.integer({ min: 36 * 60, max: 54 * 60 }).map((minutes) => minutes / 60),
    lon: fc.integer({ min: 27 * 60, max: 85 * 60 }).map((minutes) => minutes / 60),
  });
  const flights = fc
    .uniqueArray(points, { minLength: 2, maxLength: 6, selector: ({ lat, lon }) => `${lat} ${lon}` })
    .map((positions) => flightOver(positions.map(({ lat, lon }) => `${lat},${lon}`).join(" ")));

  it("cover the whole route without holes, in space and time", () => {
    fc.assert(
      fc.property(flights, (flight) => {
        const { crossings, route } = assessed(flight);
        expect(crossings[0]?.entry.distanceNm).toBe(0);
        expect(crossings.at(-1)?.exit.distanceNm).toBeCloseTo(route.totalDistanceNm, 9);
        for (const [index, crossing] of crossings.entries()) {
          const next = crossings[index + 1];
          if (next === undefined) continue;
          expect(next.entry).toEqual(crossing.exit);
          expect(epochMs(known(crossing.exit.at))).toBeGreaterThanOrEqual(epochMs(known(crossing.entry.at)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("are the same backwards when the route is reversed", () => {
    fc.assert(
      fc.property(flights, (flight) => {
        const there = assessed(flight);
        const back = assessed(reverseRoute(flight));
        expect(back.route.totalDistanceNm).toBeCloseTo(there.route.totalDistanceNm, 6);
        const long = (crossings: typeof there.crossings) => crossings.map(({ fir }) => fir);
        expect(long(back.crossings)).toEqual(long(there.crossings).toReversed());
      }),
      { numRuns: 60 },
    );
  });
});

it("asks the State of a stop, however short the visit", () => {
  // A leg across the corner of Armenia, with and without a landing in it.
  const flight = flightOver("LTAC ERZ 4059N04327E UATE");
  const corner = flight.waypoints[2];
  const armenia = assessed(flightOver("LTAC ERZ TBS")).crossings.find(({ fir }) => fir === "UDDD");
  if (corner === undefined || armenia === undefined) throw new Error("no corner");
  const inside = { lat: armenia.entry.lat + 0.004, lon: armenia.entry.lon + 0.006 };
  const at = (groundMinutes: number | null) => ({
    ...flight,
    waypoints: flight.waypoints.toSpliced(2, 1, { ...corner, position: inside, groundMinutes }),
  });
  const landed = assessed(at(60));
  expect(landed.overflights.find(({ landing, state }) => landing && state === "AM")).toBeDefined();
});

it("refuses two answers of one State, two waypoints of one id and a sixtieth second", () => {
  const [first] = exampleFlight.authorizations;
  const [point] = exampleFlight.waypoints;
  const twice = { ...exampleFlight, authorizations: [...exampleFlight.authorizations, first] };
  const same = { ...exampleFlight, waypoints: [...exampleFlight.waypoints, point] };
  expect(flightSchema.safeParse(exampleFlight).success).toBe(true);
  expect(flightSchema.safeParse(twice).success).toBe(false);
  expect(flightSchema.safeParse(same).success).toBe(false);
  expect(flightSchema.safeParse({ ...exampleFlight, offBlockAt: "2026-12-01T23:59:60Z" }).success).toBe(
    false,
  );
});

describe("payload", () => {
  it("is 37 t on a short leg and less on a long one", () => {
    expect(assessed(flightOver("LTAC UATE")).payload).toMatchObject({
      maximumKg: 37_000,
      limit: "payload cap",
    });
    const long = assessed(flightOver("LTBA UAAA")).payload;
    expect(long?.limit).toBe("take-off mass");
    expect(long?.maximumKg).toBeLessThan(32_000);
  });

  it("is the least of the sectors, and a stop restores it", () => {
    const direct = assessed(flightOver("LTAC UAAA")).payload;
    const stopped = assessed(flightOver("LTAC UATE+90 UAAA"));
    expect(direct?.maximumKg).toBeLessThan(37_000);
    expect(stopped.payload?.maximumKg).toBe(37_000);
    expect(stopped.sectors.map(({ payload }) => payload?.maximumKg)).toEqual([37_000, 37_000]);
  });

  it("is stopped by seats for paratroopers", () => {
    const flight = flightOver("LTAC UATE", { load: { kind: "paratroopers", count: 120, massEachKg: 165 } });
    expect(assessed(flight).payload).toMatchObject({
      limit: "seats",
      maximumKg: 116 * 165,
      requestedKg: 120 * 165,
      maximumParatroopers: 116,
    });
    expect(codes(flight)).toContain("seats-exceeded");
    expect(codes({ ...flight, load: { kind: "paratroopers", count: 116, massEachKg: 165 } })).not.toContain(
      "seats-exceeded",
    );
  });

  it("says when the load is over, near to the limit, or out of reach", () => {
    const over = flightOver("LTAC UAAA", { load: { kind: "cargo", massKg: 37_000 } });
    expect(codes(over)).toContain("payload-exceeded");
    const allowed = assessed(over).payload?.maximumKg ?? 0;
    const near: Flight = { ...over, load: { kind: "cargo", massKg: Math.floor(allowed) - 500 } };
    expect(codes(near)).toContain("payload-within-error");
    expect(codes(flightOver("45.0,20.0 -45.0,20.0"))).toContain("range-exceeded");
  });

  it.each([
    [37_012, "The load is 12 kg over", "37\u2009012 kg asked, 37\u2009000 kg allowed"],
    [37_000.4, "The load is 0.4 kg over", "37\u2009000.4 kg asked, 37\u2009000.0 kg allowed"],
    [38_000, "The load is 1.0 t over", "38.0 t asked, 37.0 t allowed"],
  ])("%d kg is never over by nothing", (massKg, sentence, hint) => {
    const { findings } = assessed(flightOver("LTAC UATE", { load: { kind: "cargo", massKg } }));
    const over = findings.find(({ code }) => code === "payload-exceeded");
    expect(over?.sentence).toContain(sentence);
    expect(over?.hint).toContain(hint);
  });

  it("shrinks with a head wind and differs by mode", () => {
    const still = flightOver("LTAC UAAA");
    const windy = { ...still, cruise: { ...still.cruise, headwindKt: 40 } };
    const published: Flight = { ...still, payloadMode: "published" };
    const maximum = (flight: Flight) => assessed(flight).payload?.maximumKg ?? Number.NaN;
    expect(maximum(windy)).toBeLessThan(maximum(still));
    expect(maximum(published)).toBeGreaterThan(maximum(still));
  });

  it("is doubtful where the model is not claimed to hold: low, slow or fast", () => {
    const at = (levelFl: number, tasKt: number) =>
      codes(flightOver("LTAC UATE", { cruise: { levelFl, tasKt, headwindKt: 0 } }));
    expect(at(310, 390)).not.toContain("outside-range-model");
    expect(at(250, 420)).not.toContain("outside-range-model");
    expect(at(240, 390)).toContain("outside-range-model");
    expect(at(310, 340)).toContain("outside-range-model");
    expect(at(310, 430)).toContain("outside-range-model");
  });

  it("is unknown, not zero, for an aircraft that the data lacks", () => {
    const flight = flightOver("LTAC UATE", { aircraftId: "an124" });
    expect(assessed(flight).payload).toBeNull();
    expect(codes(flight)).toContain("aircraft-unknown");
  });
});

describe("authorizations", () => {
  const draft = {
    state: "GE",
    status: "granted",
    number: "GE 12",
    validFrom: zulu("2026-12-01T00:00Z"),
    validTo: zulu("2026-12-02T00:00Z"),
    note: "",
    grantedFor: null,
  } as const;
  const flight = flightOver(EXAMPLE);
  const granted = recordAuthorization(flight, assessed(flight), draft);
  const georgia = (changed: Flight) => assessed(changed).requirements.find(({ state }) => state === "GE");

  it("remember the visits that a grant was given for", () => {
    expect(georgia(granted)?.standing).toBe("cleared");
    expect(assessed(granted).status).toBe("partial");
  });

  it("turn stale when the route moves, and stay so when the row is merely edited", () => {
    const moved = placeWaypoint(granted, "w3", placeAt({ lat: 42.2, lon: 44.9 }));
    const wide = placeWaypoint(moved, "w4", placeAt({ lat: 41.8, lon: 46.9 }));
    expect(georgia(wide)?.standing).toBe("stale");
    expect(assessed(wide).status).toBe("stale");
    const noted = recordAuthorization(wide, assessed(wide), { ...draft, note: "phoned" });
    expect(georgia(noted)?.standing).toBe("stale");
    expect(georgia(confirmGrant(noted, assessed(noted), "GE"))?.standing).toBe("cleared");
  });

  it("turn stale when the flight leaves the window, and blocked when it has passed", () => {
    const later = { ...granted, offBlockAt: zulu("2026-12-03T06:00Z") };
    expect(georgia(later)?.standing).toBe("stale");
    const passed = assessed(later, zulu("2026-12-02T12:00Z"));
    expect(passed.requirements.find(({ state }) => state === "GE")).toMatchObject({
      status: "expired",
      standing: "blocked",
    });
    expect(passed.status).toBe("blocked");
  });
});

describe("findings", () => {
  it("ask for a route", () => {
    expect(codes(flightOver("LTAC UACC", { waypoints: [] }))).toContain("route-too-short");
    const [only] = flightOver("LTAC UACC").waypoints;
    expect(codes(flightOver("LTAC UACC", { waypoints: only === undefined ? [] : [only] }))).toContain(
      "route-too-short",
    );
  });

  it("name legs without length, wind without speed, levels against the direction and above the ceiling", () => {
    const flight = flightOver("LTAC ERZ UACC");
    expect(
      codes(
        placeWaypoint(flight, "w2", {
          ...placeAt({ lat: 0, lon: 0 }),
          position: { lat: 40.1281, lon: 32.9951 },
        }),
      ),
    ).toContain("zero-length-leg");
    expect(codes({ ...flight, cruise: { levelFl: 310, tasKt: 200, headwindKt: 220 } })).toContain(
      "headwind-exceeds-speed",
    );
    expect(codes({ ...flight, cruise: { levelFl: 320, tasKt: 390, headwindKt: 0 } })).toContain(
      "level-against-direction",
    );
    expect(codes({ ...flight, cruise: { levelFl: 430, tasKt: 390, headwindKt: 0 } })).toContain(
      "level-above-ceiling",
    );
    expect(codes(flight)).not.toContain("level-against-direction");
    expect(codes(reverseRoute(flight))).toContain("level-against-direction");
  });

  it("tell where the corridor enters a FIR that the line does not", () => {
    const touch = assessed(flightOver(EXAMPLE, { corridorHalfWidthNm: 40 })).findings.filter(
      ({ code }) => code === "corridor-touches-fir",
    );
    expect(touch.some(({ sentence }) => sentence.includes("URRV"))).toBe(true);
    for (const { place } of touch) expect(place.kind).toBe("position");
  });

  it("warn of time that has passed, ends that are no aerodromes, coordinates between minutes, and old magnetism", () => {
    expect(codes(flightOver("LTAC UACC"), zulu("2026-12-01T06:01Z"))).toContain("off-block-passed");
    expect(codes(flightOver("ERZ UACC"))).toContain("departure-not-aerodrome");
    expect(codes(flightOver("LTAC ERZ"))).toContain("destination-not-aerodrome");
    expect(codes(flightOver("LTAC 40.3083,43.6083 UACC"))).toContain("position-rounded");
    expect(codes(flightOver("LTAC UACC", { offBlockAt: zulu("2034-01-01T00:00Z") }))).toContain(
      "no-magnetic-model",
    );
    expect(codes(flightOver("LTAC UACC", { callSign: "" }))).toContain("no-call-sign");
  });

  it("say so where the data has no FIR", () => {
    expect(codes(flightOver("LTAC 0000N03000E"))).toContain("outside-fir-data");
  });

  it("stand worst first, each with a sentence", () => {
    const { findings } = assessed(flightOver(EXAMPLE));
    const rank = { error: 0, warning: 1, info: 2 };
    const order = findings.map(({ severity }) => rank[severity]);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    for (const { sentence } of findings) expect(sentence).toMatch(/^\S.*\.$/);
  });
});

it("leaves the great circle of a leg alone", () => {
  const { legs } = assessed(flightOver("LTAC UACC"));
  const [leg] = legs;
  if (leg === undefined) throw new Error("one leg");
  expect(leg.distanceNm).toBeCloseTo(courseAndDistance(leg.start, leg.end).distanceNm, 9);
});
