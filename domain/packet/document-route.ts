import type { Leg } from "../flight/assessment.ts";
import { coordinateText } from "../route/coordinate.ts";
import { courseText, levelText, numberText } from "../text.ts";
import { clockText, dateText, durationText } from "../zulu.ts";
import { type Block, type Cell, codes, numbers, type Section, type Table, words } from "./document.ts";
import { crossingLabel } from "./document-cover.ts";
import { shownDuration, shownMinutes, shownSumNm, shownTenths, timeOn } from "./document-figures.ts";
import type { PacketSource } from "./document-source.ts";

/** Legs, one table per sector. */
export function legsSection(source: PacketSource): Section {
  const { flight, assessment } = source;
  const { sectors, legs } = assessment;
  const blocks = sectors.flatMap((sector): Block[] => [
    {
      kind: "text",
      tone: "strong",
      text: `Sector ${sector.index + 1}: ${sector.from} to ${sector.to}, off block ${sector.offBlockAt === null ? "–" : `${dateText(sector.offBlockAt)} ${clockText(sector.offBlockAt)}`}, take-off ${timeOn(sector.takeOffAt, flight.offBlockAt)}, landing ${timeOn(sector.landingAt, flight.offBlockAt)}`,
    },
    legTable(source, legs.slice(sector.firstLeg, sector.lastLeg + 1)),
  ]);
  const wind = flight.cruise.headwindKt;
  const windText =
    wind === 0
      ? "still air"
      : `a mean ${wind > 0 ? "head" : "tail"} wind of ${numberText(Math.abs(wind))} kt`;
  const note = `Geodesics on WGS 84; courses at the start of each leg, magnetic by the World Magnetic Model. Times in ${windText} at constant speed, cut to whole minutes; climb and descent are not modelled.`;
  return {
    id: "legs",
    title: "Legs",
    summary:
      legs.length === 0
        ? "No legs"
        : legs.length === 1
          ? "One leg"
          : `${legs.length} legs with courses, distances and times`,
    blocks:
      legs.length === 0
        ? [{ kind: "text", tone: "body", text: "No leg: the route has fewer than two points." }]
        : [...blocks, { kind: "text", tone: "second", text: note }],
  };
}

function legTable({ flight }: PacketSource, legs: readonly Leg[]): Table {
  const [first] = legs;
  const last = legs.at(-1);
  const total: Cell[] =
    first === undefined || last === undefined
      ? []
      : [
          "Total",
          "",
          "",
          "",
          "",
          numberText(shownSumNm(legs), 1),
          "",
          "",
          "",
          shownDuration(first.startAt, last.endAt),
          "",
        ];
  return {
    kind: "table",
    columns: [
      codes("From", 62),
      codes("To", 62),
      codes("Position of To", "rest"),
      numbers("True"),
      numbers("Mag"),
      numbers("NM"),
      codes("Level"),
      numbers("TAS kt"),
      numbers("GS kt"),
      numbers("Time"),
      numbers("Over To"),
    ],
    rows: legs.map((leg) => [
      leg.from,
      leg.to,
      coordinateText(leg.end),
      courseText(leg.initialCourseTrueDeg),
      leg.initialCourseMagneticDeg === null ? "not known" : courseText(leg.initialCourseMagneticDeg),
      numberText(shownTenths(leg.distanceNm) / 10, 1),
      levelText(leg.levelFl),
      numberText(leg.tasKt),
      leg.groundSpeedKt === null ? "–" : numberText(leg.groundSpeedKt),
      durationText(shownMinutes(leg.startAt, leg.endAt)),
      timeOn(leg.endAt, flight.offBlockAt),
    ]),
    total: total.length === 0 ? null : total,
    empty: "No leg.",
  };
}

/** FIR crossings, and what the corridor touches beside the line. */
export function crossingsSection(source: PacketSource): Section {
  const { flight, assessment, stateName } = source;
  const { crossings, corridor, findings } = assessment;
  const standings = new Map(assessment.requirements.map(({ state, standing }) => [state, standing]));
  const table: Table = {
    kind: "table",
    columns: [
      codes(""),
      codes("FIR"),
      words("Name"),
      words("State", "rest"),
      codes("Entered at"),
      codes("Left at"),
      numbers("NM along"),
      numbers("From"),
      numbers("To"),
      numbers("NM inside"),
      words("Status"),
    ],
    rows: crossings.map((crossing) => [
      crossing.index === 0 ? "" : crossingLabel(crossing.index),
      crossing.fir === "" ? "none" : crossing.fir,
      crossing.name,
      crossing.state === "" ? "Not known" : stateName(crossing.state),
      coordinateText(crossing.entry),
      coordinateText(crossing.exit),
      numberText(crossing.entry.distanceNm, 1),
      timeOn(crossing.entry.at, flight.offBlockAt),
      timeOn(crossing.exit.at, flight.offBlockAt),
      numberText((shownTenths(crossing.exit.distanceNm) - shownTenths(crossing.entry.distanceNm)) / 10, 1),
      { kind: "status", standing: standings.get(crossing.state) ?? null },
    ]),
    total: null,
    empty: "No FIR is crossed, because the route has no leg.",
  };
  // Numbered as in the list of all findings.
  const beside = findings
    .map((finding, index) => ({ ...finding, number: index + 1 }))
    .filter(({ code }) => code === "corridor-touches-fir" || code === "micro-crossing");
  const halfWidth = numberText(corridor.halfWidthNm, 1).replace(/\.0$/, "");
  const corridorBlocks: Block[] =
    beside.length === 0
      ? [
          {
            kind: "text",
            tone: "body",
            text: `Within ${halfWidth} NM each side, the corridor touches no FIR that the line does not cross.`,
          },
        ]
      : beside.map(({ number, severity, sentence, hint }) => ({
          kind: "finding",
          number,
          severity,
          text: sentence,
          hint,
        }));
  return {
    id: "crossings",
    title: "FIR crossings",
    summary: `FIR crossings with times, corridor of ${halfWidth} NM each side`,
    blocks: [
      table,
      {
        kind: "text",
        tone: "second",
        text: "The first FIR is entered at take-off. Times in a FIR that holds a stop include the time on the ground.",
      },
      { kind: "heading", text: "Corridor" },
      ...corridorBlocks,
    ],
  };
}
