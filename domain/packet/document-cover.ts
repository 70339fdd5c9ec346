import type { Crossing } from "../flight/assessment.ts";
import type { Flight } from "../flight/flight.ts";
import { coordinateText } from "../route/coordinate.ts";
import { numberText, tonnesText } from "../text.ts";
import { clockText, dateText, durationText } from "../zulu.ts";
import { authorizationText, clearanceOf } from "./clearance.ts";
import { type Cell, codes, numbers, type PacketDocument, type Table, words } from "./document.ts";
import { shownAirborneMinutes, shownDuration, shownSumNm, timeOn, windowText } from "./document-figures.ts";
import type { PacketSource } from "./document-source.ts";
import { routeField } from "./icao-route.ts";

/** The first page: whether the flight is cleared, by whom, when it is where, and what the packet holds. */
export function coverOf(source: PacketSource): PacketDocument["cover"] {
  const { flight, assessment, stateName } = source;
  const clearance = clearanceOf(assessment, stateName);
  return {
    title: `Flight packet ${flight.callSign === "" ? "without call sign" : flight.callSign}`,
    made: `${source.versionText}, made ${dateText(source.madeAt)} ${clockText(source.madeAt)}`,
    facts: factsOf(source),
    banner: clearance,
    overprint: clearance.cleared ? "" : "NOT CLEARED",
    permissions: permissionTable(source),
    routeLines: assessment.sectors.map((sector) => {
      const route = routeField(flight, assessment, sector, []);
      return `${sector.from} ${route} ${sector.to}`;
    }),
    sectors: sectorTable(source),
    seals: [
      { label: "SHA-256 of flight.json in this packet", lines: halves(source.flightSha256) },
      { label: "SHA-256 of the data sets", lines: halves(source.dataVersion) },
      { label: "Signature", lines: ["Not signed"] },
    ],
  };
}

/** Label of the point where a FIR is entered: `X1`; the departure has none. */
export function crossingLabel(index: number): string {
  return `X${index}`;
}

function factsOf({ flight, assessment, stateName, aircraft }: PacketSource) {
  const { sectors } = assessment;
  const landing = sectors.at(-1)?.landingAt ?? null;
  const operator = flight.operatorState === "" ? "Not given" : stateName(flight.operatorState);
  const type = aircraft?.name ?? flight.aircraftId;
  return [
    { label: "Operator", value: operator, code: false },
    {
      label: "Aircraft",
      value: flight.registration === "" ? type : `${type}, ${flight.registration}`,
      code: false,
    },
    { label: "Date of flight", value: dateText(flight.offBlockAt), code: false },
    {
      label: "Off block to landing",
      value:
        landing === null
          ? "No route"
          : `${clockText(flight.offBlockAt)} to ${timeOn(landing, flight.offBlockAt)}`,
      code: landing !== null,
    },
    { label: "Payload", value: loadText(flight), code: false },
  ];
}

/** `19.1 t, 116 paratroopers`. */
export function loadText({ load }: Flight): string {
  switch (load.kind) {
    case "none":
      return "None";
    case "paratroopers":
      return `${tonnesText(load.count * load.massEachKg)}, ${numberText(load.count)} paratroopers`;
    case "cargo":
      return `${tonnesText(load.massKg)} cargo`;
  }
}

function permissionTable(source: PacketSource): Table {
  const { flight, assessment, stateName } = source;
  const { crossings, requirements } = assessment;
  const rows = crossings.map((crossing, position): Cell[] => {
    const before = crossings[position - 1];
    const first = before === undefined || before.state !== crossing.state;
    const requirement = requirements.find(({ state }) => state === crossing.state);
    const authorization = flight.authorizations.find(({ state }) => state === crossing.state);
    return [
      { kind: "strong", text: first ? crossing.state : "" },
      first ? (crossing.state === "" ? "Not known" : stateName(crossing.state)) : "",
      crossing.fir === "" ? "none" : crossing.fir,
      inText(source, crossing),
      outText(source, crossing),
      timeOn(crossing.entry.at, flight.offBlockAt),
      timeOn(crossing.exit.at, flight.offBlockAt),
      requirement === undefined ? "No FIR data" : authorizationText(requirement),
      windowText(authorization?.validFrom ?? null, authorization?.validTo ?? null),
      { kind: "status", standing: requirement?.standing ?? null },
    ];
  });
  // A time with its day takes two lines.
  const days = crossings.some(
    ({ exit }) => exit.at !== null && exit.at.slice(0, 10) !== flight.offBlockAt.slice(0, 10),
  );
  return {
    kind: "table",
    columns: [
      codes(""),
      words("State"),
      codes("FIR"),
      codes("In"),
      codes("Out"),
      codes("From", days ? 28 : "fit"),
      codes("To", days ? 28 : "fit"),
      words("Authorization", "rest"),
      words("Window", "rest"),
      words("Status"),
    ],
    rows,
    total: null,
    empty: "No State is crossed, because the route has no leg.",
  };
}

function inText({ assessment }: PacketSource, { index, entry }: Crossing): string {
  return index === 0 ? (assessment.legs[0]?.from ?? "") : `${crossingLabel(index)} ${coordinateText(entry)}`;
}

function outText({ assessment }: PacketSource, { index, exit }: Crossing): string {
  return index === assessment.crossings.length - 1
    ? (assessment.legs.at(-1)?.to ?? "")
    : `${crossingLabel(index + 1)} ${coordinateText(exit)}`;
}

function sectorTable({ flight, assessment }: PacketSource): Table {
  const { sectors, legs } = assessment;
  const legsOf = (first: number, last: number) => legs.slice(first, last + 1);
  return {
    kind: "table",
    columns: [
      codes("From, to", "rest"),
      numbers("NM"),
      numbers("Take-off"),
      numbers("Landing"),
      numbers("Time"),
    ],
    rows: sectors.map((sector) => [
      `${sector.from} ${sector.to}`,
      numberText(shownSumNm(legsOf(sector.firstLeg, sector.lastLeg)), 1),
      timeOn(sector.takeOffAt, flight.offBlockAt),
      timeOn(sector.landingAt, flight.offBlockAt),
      shownDuration(sector.takeOffAt, sector.landingAt),
    ]),
    total:
      sectors.length === 0
        ? null
        : ["Total", numberText(shownSumNm(legs), 1), "", "", durationText(shownAirborneMinutes(sectors))],
    empty: "No sector: the route has fewer than two points.",
  };
}

/** 64 figures in two lines of groups of four, as people compare them. */
function halves(sha256: string): string[] {
  const groups = sha256.match(/.{1,4}/g) ?? [];
  const half = Math.ceil(groups.length / 2);
  return [groups.slice(0, half).join(" "), groups.slice(half).join(" ")].filter((line) => line !== "");
}
