import { describe, expect, it } from "vitest";
import type { Assessment } from "#domain/flight/assessment.ts";
import type { Flight } from "#domain/flight/flight.ts";
import { clearanceOf } from "#domain/packet/clearance.ts";
import type { Cell, PacketDocument, Section, Table } from "#domain/packet/document.ts";
import { windowText } from "#domain/packet/document-figures.ts";
import { flightPlanMessages } from "#domain/packet/icao-fpl.ts";
import { packetDocument } from "#domain/packet/packet-document.ts";
import { packetName } from "#domain/packet/packet-name.ts";
import { printable } from "#domain/packet/printable.ts";
import { readmeText } from "#domain/packet/readme.ts";
import { assessed, exampleFlight, flightOver, NOW, shipped, zulu } from "#test/builders/plan.ts";

const stateName = (code: string) => shipped.states.find((state) => state.code === code)?.name ?? code;

function documentOf(flight: Flight, assessment: Assessment = assessed(flight)): PacketDocument {
  return packetDocument({
    flight,
    assessment,
    reference: shipped,
    aircraft: shipped.aircraft.find(({ id }) => id === flight.aircraftId) ?? null,
    messages: flightPlanMessages(flight, assessment, shipped),
    madeAt: NOW,
    daliz: "1.2.3",
    dataVersion: "ab".repeat(32),
    flightSha256: "0123456789abcdef".repeat(4),
    versionText: "Version 3",
    stateName,
  });
}

function tablesOf({ blocks }: Section): Table[] {
  return blocks.filter((block) => block.kind === "table");
}

function textOf(cell: Cell | undefined): string {
  if (cell === undefined || typeof cell === "string") return cell ?? "";
  return cell.kind === "status" ? (cell.standing ?? "not known") : cell.text;
}

function numberOf(cell: Cell | undefined): number {
  return Number(textOf(cell).replace("\u2009", "").replace("\u2212", "-"));
}

function minutesOf(cell: Cell | undefined): number {
  const [, hours = "0", minutes = "0"] = /^(?:(\d+) h )?(\d+) min$/.exec(textOf(cell)) ?? [];
  return Number(hours) * 60 + Number(minutes);
}

function section(document: PacketDocument, id: string): Section {
  const found = document.sections.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
}

function cleared(flight: Flight): Flight {
  const { overflights } = assessed(flight);
  const states = [...new Set(overflights.map(({ state }) => state))];
  return {
    ...flight,
    authorizations: states.map((state) => ({
      state,
      status: "granted",
      number: `${state} 1`,
      validFrom: zulu("2026-11-01T00:00Z"),
      validTo: zulu("2026-12-31T00:00Z"),
      note: "",
      grantedFor: overflights
        .filter((each) => each.state === state)
        .map(({ entry, exit }) => ({
          entry: { lat: entry.lat, lon: entry.lon },
          exit: { lat: exit.lat, lon: exit.lon },
        })),
    })),
  };
}

describe("a flight whose wind leaves no ground speed", () => {
  it("prints dashes where a time would stand, and no flight plan", () => {
    const flight = { ...exampleFlight, cruise: { levelFl: 310, tasKt: 100, headwindKt: 150 } };
    const said = JSON.stringify(documentOf(flight));
    expect(said).not.toMatch(/NaN|undefined/);
    // Off block and take-off of the first sector, and nothing after them.
    const known = ["0530Z", "0540Z", "0000Z", "2359Z", "1200Z"];
    expect((said.match(/\b\d{4}Z\b/g) ?? []).filter((clock) => !known.includes(clock))).toEqual([]);
    expect(flightPlanMessages(flight, assessed(flight), shipped).map(({ problem }) => problem)).toEqual([
      expect.stringMatching(/LTAC to UATE has no times/),
      expect.stringMatching(/UATE to UACC has no times/),
    ]);
  });
});

describe("the cover", () => {
  it("stamps NOT CLEARED while one grant is missing, and names the States", () => {
    const { overprint, banner } = documentOf(exampleFlight).cover;
    expect(overprint).toBe("NOT CLEARED");
    expect(banner.title).toBe("Not cleared: do not fly on this packet");
    for (const state of ["Armenia", "Azerbaijan", "Kazakhstan"]) expect(banner.sentence).toContain(state);
  });

  it("takes the stamp off only when every State has cleared the flight", () => {
    const flight = cleared(exampleFlight);
    expect(documentOf(flight).cover.overprint).toBe("");
    const without = { ...flight, authorizations: flight.authorizations.slice(1) };
    expect(documentOf(without).cover.overprint).toBe("NOT CLEARED");
  });

  it("stays not cleared where no FIR is known, whatever the status says", () => {
    const assessment = assessed(cleared(exampleFlight));
    expect(clearanceOf(assessment, stateName).cleared).toBe(true);
    const crossings = assessment.crossings.map((each, index) =>
      index === 1 ? { ...each, fir: "", state: "" } : each,
    );
    const unknown = clearanceOf({ ...assessment, crossings }, stateName);
    expect(unknown.cleared).toBe(false);
    expect(unknown.sentence).toContain("no FIR is known");
  });

  it("lists States in flight order with FIR, points, times and status", () => {
    const rows = documentOf(exampleFlight).cover.permissions.rows.map((row) => row.map(textOf));
    expect(rows.map((row) => row[2])).toEqual(["LTAA", "UDDD", "UGGG", "UBBA", "UATT", "UACN"]);
    expect(rows[0]?.slice(0, 7)).toEqual([
      "TR",
      "Türkiye",
      "LTAA",
      "LTAC",
      "X1 4100N04329E",
      "0540Z",
      "0656Z",
    ]);
    expect(rows[5]?.slice(3, 7)).toEqual(["X5 4837N06242E", "UACC", "1114Z", "1211Z"]);
    expect(rows[1]?.at(-1)).toBe("pending");
  });

  it("says the day of times after midnight", () => {
    const night = documentOf({ ...exampleFlight, offBlockAt: zulu("2026-12-02T22:50Z") });
    expect(textOf(night.cover.permissions.rows[1]?.[5])).toBe("0016Z 03 Dec");
    expect(night.cover.facts.find(({ label }) => label === "Off block to landing")?.value).toMatch(
      /^2250Z to \d{4}Z 03 Dec$/,
    );
  });
});

describe("totals", () => {
  it.each([
    ["the example", exampleFlight],
    [
      "many legs",
      flightOver("LTAC 4018N04336E 4055N04700E 4120N04930E UATE+90 4640N05800E 4900N06430E UACC"),
    ],
  ])("equal the sum of what is shown for %s", (_, flight) => {
    const document = documentOf(flight);
    const tables = tablesOf(section(document, "legs"));
    const { rows, total } = document.cover.sectors;
    expect(tables).toHaveLength(rows.length);
    for (const [index, table] of tables.entries()) {
      const miles = table.rows.reduce((sum, row) => sum + Math.round(numberOf(row[5]) * 10), 0) / 10;
      expect(numberOf(table.total?.[5])).toBe(miles);
      expect(numberOf(rows[index]?.[1])).toBe(miles);
      const minutes = table.rows.reduce((sum, row) => sum + minutesOf(row[9]), 0);
      expect(minutesOf(table.total?.[9])).toBe(minutes);
      expect(minutesOf(rows[index]?.[4])).toBe(minutes);
    }
    expect(numberOf(total?.[1])).toBe(
      rows.reduce((sum, row) => sum + Math.round(numberOf(row[1]) * 10), 0) / 10,
    );
    expect(minutesOf(total?.[4])).toBe(rows.reduce((sum, row) => sum + minutesOf(row[4]), 0));
  });
});

describe("sections", () => {
  it("says what cannot be known instead of a number", () => {
    const unknown = documentOf({ ...exampleFlight, aircraftId: "nothing" });
    expect(JSON.stringify(section(unknown, "load"))).toContain("The payload is not known");
    const later = documentOf({ ...exampleFlight, offBlockAt: zulu("2040-01-01T00:00Z") });
    expect(tablesOf(section(later, "legs"))[0]?.rows[0]?.map(textOf)[4]).toBe("not known");
  });

  it("shows limit, margin and the error of the model for the load", () => {
    const over = flightOver("LTAC UACC", { load: { kind: "cargo", massKg: 41_000 } });
    const { payload } = assessed(over);
    const text = JSON.stringify(section(documentOf(over), "load"));
    expect(text).toContain("kg more than the flight allows");
    expect(text).toContain(payload?.errorSentence);
    const [table] = tablesOf(section(documentOf(over), "load"));
    expect(numberOf(table?.rows[0]?.[3])).toBe(Math.round(payload?.maximumKg ?? 0) - 41_000);
  });

  it("numbers corridor findings as in the list of all findings", () => {
    const document = documentOf(flightOver("LTAC UACC"));
    const all = section(document, "findings").blocks.filter((block) => block.kind === "finding");
    const beside = section(document, "crossings").blocks.filter((block) => block.kind === "finding");
    expect(beside.length).toBeGreaterThan(0);
    for (const { number, text } of beside) expect(all[number - 1]?.text).toBe(text);
  });

  it("says why a flight plan is missing and makes the rest", () => {
    const document = documentOf({ ...exampleFlight, callSign: "" });
    expect(JSON.stringify(section(document, "flight-plans"))).toContain("no call sign");
    expect(document.cover.title).toBe("Flight packet without call sign");
  });

  it("holds for an empty flight", () => {
    const document = documentOf({ ...exampleFlight, waypoints: [] });
    expect(document.cover.overprint).toBe("NOT CLEARED");
    expect(document.cover.permissions.empty).toContain("no leg");
  });
});

describe("names and texts", () => {
  it.each([
    ["KZF401", "KZF401-2026-12-02-LTAC-UACC.zip"],
    ["", "no-call-sign-2026-12-02-LTAC-UACC.zip"],
    ["../..", "no-call-sign-2026-12-02-LTAC-UACC.zip"],
    ['A"B/😀C', "ABC-2026-12-02-LTAC-UACC.zip"],
  ])("names the file of %j", (callSign, name) => {
    expect(packetName({ ...exampleFlight, callSign })).toBe(name);
  });

  it("counts copies and survives idents of any kind", () => {
    expect(packetName(exampleFlight, 2)).toBe("DALIZ01-2026-12-02-LTAC-UACC (2).zip");
    const waypoints = exampleFlight.waypoints.map((each) => ({ ...each, ident: "../\0😀" }));
    expect(packetName({ ...exampleFlight, waypoints })).toBe("DALIZ01-2026-12-02-unnamed-unnamed.zip");
    expect(packetName({ ...exampleFlight, waypoints: [] })).toBe("DALIZ01-2026-12-02-unnamed.zip");
  });

  it("writes windows in days, or with times", () => {
    expect(windowText(null, null)).toBe("No window");
    expect(windowText(zulu("2026-12-01T00:00Z"), zulu("2026-12-04T23:59Z"))).toBe("01 to 04 Dec 2026");
    expect(windowText(zulu("2026-01-01T00:00Z"), zulu("2026-12-31T23:59Z"))).toBe("01 Jan to 31 Dec 2026");
    expect(windowText(zulu("2026-12-02T06:33Z"), zulu("2026-12-03T08:33Z"))).toBe(
      "02 Dec 0633Z to 03 Dec 0833Z 2026",
    );
    expect(windowText(zulu("2026-12-31T06:33Z"), zulu("2027-01-01T08:33Z"))).toBe(
      "31 Dec 2026 0633Z to 01 Jan 0833Z 2027",
    );
    expect(windowText(null, zulu("2026-12-31T23:59Z"))).toBe("To 31 Dec 2026");
  });

  it("says in the readme what each file is and why one is missing", () => {
    const flight = { ...exampleFlight, callSign: "" };
    const assessment = assessed(flight);
    const text = readmeText({
      flight,
      clearance: clearanceOf(assessment, stateName),
      messages: flightPlanMessages(flight, assessment, shipped),
      revision: 3,
      madeAt: NOW,
      version: "1.2.3",
    });
    for (const name of ["packet.pdf", "route.geojson", "flight.json", "manifest.json"])
      expect(text).toContain(name);
    expect(text).toContain("fpl-1.txt is not here. No message: the flight has no call sign");
    expect(text).toContain("NOT FOR NAVIGATION");
    expect(text).toContain("NOT CLEARED");
  });

  it("prints a square for letters that the fonts lack, and keeps Turkish and Kazakh ones", () => {
    const letters = "ƏәҒғҚқҢңӨөҰұҮүҺһІі İıĞğŞşÇçÖöÜü";
    expect(printable(letters)).toBe(letters);
    expect(printable("a😀\u0000b漢\r\nc")).toBe("a□b□\nc");
  });
});
