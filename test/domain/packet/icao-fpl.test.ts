import { describe, expect, it } from "vitest";
import type { Assessment } from "#domain/flight/assessment.ts";
import type { Flight } from "#domain/flight/flight.ts";
import { type FlightPlanMessage, flightPlanMessages } from "#domain/packet/icao-fpl.ts";
import { foldedLines, telexText } from "#domain/packet/telex-text.ts";
import type { Waypoint } from "#domain/route/waypoint.ts";
import { assessed, exampleFlight, flightOver, shipped, zulu } from "#test/builders/plan.ts";

function messagesOf(flight: Flight, assessment: Assessment = assessed(flight)): FlightPlanMessage[] {
  return flightPlanMessages(flight, assessment, shipped);
}

function first(messages: FlightPlanMessage[]): FlightPlanMessage {
  const [message] = messages;
  if (message === undefined) throw new Error("no message");
  return message;
}

describe("the flight plan of a sector", () => {
  it("is the same for the example flight, letter for letter", () => {
    const [ankara, aktau] = messagesOf({ ...exampleFlight, authorizations: [] });
    expect(ankara?.text).toBe(
      [
        "(FPL-DALIZ01-IM",
        "-A400/H-SDFGHIRTUWXY/HB1",
        "-LTAC0530",
        "-N0390F310 DCT ERZ DCT TBS DCT 4055N04700E DCT 4120N04930E DCT",
        "-UATE0228",
        "-STS/STATE PBN/A1B2C2D2O2S1 DOF/261202 REG/EXAMPLE EET/UDDD0116",
        "UGGG0118 UBBA0140 UATT0214 OPR/TURKIYE)",
      ].join("\n"),
    );
    expect(aktau?.text).toBe(
      [
        "(FPL-DALIZ01-IM",
        "-A400/H-SDFGHIRTUWXY/HB1",
        "-UATE0938",
        "-N0390F310 DCT",
        "-UACC0223",
        "-STS/STATE PBN/A1B2C2D2O2S1 DOF/261202 REG/EXAMPLE EET/UACN0126",
        "OPR/TURKIYE)",
      ].join("\n"),
    );
  });

  it("writes a change of level or speed at its point, both always", () => {
    const flight = flightOver("LTAC ERZ/F330 TBS 4055N04700E/N0410F330 UBBB");
    expect(first(messagesOf(flight)).text).toContain(
      "-N0390F310 DCT ERZ/N0390F330 DCT TBS DCT 4055N04700E/N0410F330 DCT\n-UBBB",
    );
  });

  it("counts EET from take-off across midnight and keeps the date of departure", () => {
    const flight = flightOver("LTAC ERZ UBBB", { offBlockAt: zulu("2026-12-02T23:50Z"), taxiMinutes: 10 });
    const { text } = first(messagesOf(flight));
    expect(text).toContain("-LTAC2350");
    expect(text).toContain("DOF/261202");
    // The take-off is at 0000 of the next day: 10 minutes of taxi are no part of EET.
    const entered = assessed(flight).crossings[1];
    expect(entered?.entry.at?.slice(0, 13)).toBe("2026-12-03T01");
    expect(text).toContain(`EET/${entered?.fir}01${entered?.entry.at?.slice(14, 16)}`);
  });

  it("counts the EET of a later sector from its own take-off", () => {
    const [, second] = messagesOf(exampleFlight);
    const assessment = assessed(exampleFlight);
    const [, sector] = assessment.sectors;
    const entered = assessment.crossings.find(({ fir }) => fir === "UACN");
    const minutes = Math.floor(
      (Date.parse(entered?.entry.at ?? "") - Date.parse(sector?.takeOffAt ?? "")) / 60_000,
    );
    expect(second?.text).toContain(`EET/UACN01${minutes - 60}`);
    expect(second?.text).not.toContain("UATT");
  });

  it("files an overflown aerodrome and an ident that is no point as positions, and says so", () => {
    const overflown = first(messagesOf(flightOver("LTAC UGTB UACC")));
    expect(overflown.text).toMatch(/DCT \d{4}N\d{5}E DCT/);
    expect(overflown.text).not.toContain("UGTB");
    expect(overflown.notes.join(" ")).toContain("UGTB is overflown");
    const odd = flightOver("LTAC ERZ UBBB");
    const waypoints = odd.waypoints.map(
      (each): Waypoint => (each.ident === "ERZ" ? { ...each, ident: '../"x<' } : each),
    );
    expect(first(messagesOf({ ...odd, waypoints })).text).toMatch(/N0390F310 DCT 395\dN041\d\dE DCT\n/);
  });

  it("files an end without ICAO code as ZZZZ with DEP/ or DEST/", () => {
    const { text, notes } = first(messagesOf(flightOver("4018N04336E ERZ LTAC")));
    expect(text).toContain("-ZZZZ0600");
    expect(text).toContain("DEP/4018N04336E DOF/");
    expect(text).not.toContain("DEST/");
    expect(notes.join(" ")).toContain("4018N04336E has no ICAO location indicator");
  });

  it("takes registration and operator when they are there, and notes when they are not", () => {
    const { text, notes } = first(messagesOf(flightOver("LTAC LTAF", { registration: "180094" })));
    expect(text).toContain("REG/180094");
    expect(text).not.toContain("OPR/");
    expect(notes.join(" ")).toContain("No operator State");
  });
});

describe("a message that cannot be built", () => {
  it.each([
    ["", "no call sign"],
    ["A", "two to seven"],
    ["1234567", "at least one letter"],
  ])("says why for the call sign %j", (callSign, why) => {
    const { text, problem } = first(messagesOf(flightOver("LTAC UACC", { callSign })));
    expect(text).toBe("");
    expect(problem).toContain(why);
  });

  it("says why for an unknown aircraft and for a day in the air", () => {
    expect(first(messagesOf(flightOver("LTAC UACC", { aircraftId: "nothing" }))).problem).toContain(
      "nothing",
    );
    const slow = flightOver("LTAC UACC", { cruise: { levelFl: 310, tasKt: 65, headwindKt: 0 } });
    expect(first(messagesOf(slow)).problem).toContain("less than 24 h");
  });

  it("is none without a sector", () => {
    expect(messagesOf({ ...exampleFlight, waypoints: [] })).toEqual([]);
  });
});

describe("what may stand in the message", () => {
  const canary = "KANARYA";
  const flight: Flight = {
    ...flightOver("LTAC ERZ TBS UACC"),
    note: canary,
    load: { kind: "paratroopers", count: 777, massEachKg: 123 },
    authorizations: exampleFlight.authorizations.map((each) => ({
      ...each,
      note: canary,
      grantedFor: null,
      status: "granted",
      number: "Ş-17/(ğ) Қазақ No.4",
      validFrom: zulu("2026-11-01T00:00Z"),
      validTo: zulu("2027-01-01T00:00Z"),
    })),
    waypoints: flightOver("LTAC ERZ TBS UACC").waypoints.map((each) => ({ ...each, name: canary })),
  };
  const assessment = assessed(flight);
  const cleared: Assessment = {
    ...assessment,
    requirements: assessment.requirements.map((each) => ({
      ...each,
      standing: "cleared",
      number: "Ş-17/(ğ) Қазақ No.4",
    })),
  };

  it("holds nothing of notes, names and load", () => {
    for (const { text } of messagesOf(flight, cleared)) {
      expect(text).not.toContain(canary);
      expect(text).not.toMatch(/777|123|PARA/);
    }
  });

  it("names an end without ICAO code by its position, never by the name that somebody typed", () => {
    const free = flightOver("4018N04336E ERZ 4118N04436E");
    const waypoints = free.waypoints.map((each) => ({ ...each, name: canary }));
    const { text } = first(messagesOf({ ...free, waypoints }));
    expect(text).toContain("DEP/4018N04336E DEST/4118N04436E");
    expect(text).not.toContain(canary);
  });

  it("holds clearance numbers only of States that cleared the flight, without what delimits fields", () => {
    expect(first(messagesOf(flight, cleared)).text.replaceAll("\n", " ")).toMatch(
      /RMK\/DCN TR S 17 G NO 4 \w\w S 17 G NO 4/,
    );
    expect(first(messagesOf(flight, assessment)).text).not.toContain("RMK/");
    expect(first(messagesOf(flight, assessment)).notes.join(" ")).toContain("no clearance number of TR");
  });

  it("has only telegraph characters, lines of at most 69 and no continuation that begins with a hyphen", () => {
    const points = Array.from(
      { length: 48 },
      (_, index) => `${38 + (index % 7)}15N0${33 + Math.floor(index * 0.8)}40E`,
    );
    const long = flightOver(`LTAC ${points.join(" ")} UACC`);
    const { text } = first(messagesOf(long));
    const lines = text.split("\n");
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(69);
      expect(line).toMatch(/^[A-Z0-9 ?:().,'=/+-]+$/);
    }
    expect(lines.filter((line) => line.startsWith("-"))).toHaveLength(5);
    for (const point of points) expect(text).toContain(point);
  });

  it("turns Turkish letters into plain ones and drops the rest", () => {
    expect(telexText("İıĞğŞş ÇçÖöÜü")).toBe("IIGGSS CCOOUU");
    expect(telexText("EUAT (BE) 2018-DG/№ Қ 😀")).toBe("EUAT BE 2018 DG");
    expect(foldedLines("AAA BBB CCC", 7)).toBe("AAA BBB\nCCC");
  });
});
