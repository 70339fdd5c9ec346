import type { Content } from "pdfmake";
import type { PacketDocument } from "#domain/packet/document.ts";
import { label } from "#domain/packet/map-svg.ts";
import { heading, tableContent } from "./pdf-blocks.ts";
import {
  BOX_LAYOUT,
  codeText,
  GREEN,
  INK,
  PAGE,
  partId,
  plainText,
  RED,
  RULE,
  SECOND,
  TABLE_LAYOUT,
  TEXT_WIDTH,
  THIRD,
} from "./pdf-style.ts";

/** The map takes what the cover leaves it; where that is less than this it stands on the next page. */
const LEAST_MAP_HEIGHT = 170;
const MOST_MAP_HEIGHT = 300;
const OWN_PAGE_MAP_HEIGHT = 420;
const MAP_MARGIN = 6;
/** The layout rounds here and there. */
const SLACK = 8;

type MapOf = (size: { width: number; height: number }) => string;

/** The first page with the map in the height that is left for it, or with the map on the page after it. */
export function coverContent(document: PacketDocument, mapOf: MapOf, roomPt: number): Content[] {
  const room = Math.floor(roomPt) - 2 * MAP_MARGIN - SLACK;
  const fits = room >= LEAST_MAP_HEIGHT;
  const height = fits ? Math.min(MOST_MAP_HEIGHT, room) : OWN_PAGE_MAP_HEIGHT;
  const svg = mapOf({ width: TEXT_WIDTH, height });
  if (svg === "") return coverBlocks(document, [], partNames(document));
  const map: Content = { svg, width: TEXT_WIDTH, margin: [0, MAP_MARGIN, 0, MAP_MARGIN] };
  if (fits) return coverBlocks(document, [map], partNames(document));
  const title: Content = { text: "Map", id: partId("map"), bold: true, fontSize: 12, pageBreak: "before" };
  return [...coverBlocks(document, [], [{ id: "map", summary: "Map" }, ...partNames(document)]), title, map];
}

/** The cover without a map, to be measured: page numbers are not known yet. */
export function measuredCover(document: PacketDocument): Content[] {
  return coverBlocks(
    document,
    [],
    partNames(document).map((part) => ({ ...part, id: "" })),
  );
}

type Part = { id: string; summary: string };

function partNames({ sections }: PacketDocument): Part[] {
  return sections.map(({ id, summary }) => ({ id, summary }));
}

function coverBlocks({ cover }: PacketDocument, map: Content[], parts: readonly Part[]): Content[] {
  return [
    titleLine(cover),
    factsLine(cover),
    banner(cover),
    heading("Authorizations by State, in flight order"),
    tableContent(cover.permissions),
    ...map,
    ...routeLines(cover),
    {
      columnGap: 16,
      columns: [
        { width: "*", stack: [heading("Sectors"), tableContent(cover.sectors)] },
        { width: "*", stack: [heading("In this packet"), contents(parts)] },
      ],
    },
    seals(cover),
  ];
}

/** Outlined letters across the page, filled so faintly that everything below stays readable. */
export function overprintSvg(text: string): string {
  const letters = label([0, 38], text, {
    size: 108,
    colour: RED,
    font: "Inter",
    bold: true,
    anchor: "middle",
  });
  const outlined = letters.replace(
    "<text ",
    `<text fill-opacity="0.05" stroke="${RED}" stroke-opacity="0.5" stroke-width="1.1" `,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${PAGE.width}" height="${PAGE.height}" viewBox="0 0 ${PAGE.width} ${PAGE.height}"><g transform="translate(${PAGE.width / 2} ${PAGE.height / 2}) rotate(-53)">${outlined}</g></svg>`;
}

function titleLine({ title, made }: PacketDocument["cover"]): Content {
  return {
    margin: [0, 0, 0, 5],
    columns: [
      { width: "*", ...plainText(title), bold: true, fontSize: 17 },
      { width: "auto", ...plainText(made), color: SECOND, margin: [0, 8, 0, 0] },
    ],
  };
}

function factsLine({ facts }: PacketDocument["cover"]): Content {
  return {
    margin: [0, 0, 0, 6],
    layout: {
      ...TABLE_LAYOUT,
      paddingRight: () => 14,
      hLineWidth: () => 0.6,
      hLineColor: (line) => (line === 0 ? INK : RULE),
    },
    table: {
      widths: ["auto", "*", "auto", "auto", "auto"],
      body: [
        facts.map(({ label: name, value, code }) => ({
          stack: [
            { text: name, color: THIRD, fontSize: 7 },
            {
              ...(code ? codeText(value) : plainText(value)),
              bold: true,
              fontSize: 8,
              noWrap: name === "Date of flight" || code,
            },
          ],
        })),
      ],
    },
  };
}

function banner({ banner: { cleared, title, sentence } }: PacketDocument["cover"]): Content {
  const colour = cleared ? GREEN : RED;
  return {
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (line) => (line === 0 ? 4 : 0),
      vLineColor: () => colour,
      paddingLeft: () => 8,
      paddingTop: () => 1,
      paddingBottom: () => 1,
    },
    table: {
      widths: ["*"],
      body: [
        [
          {
            stack: [
              { ...plainText(title), bold: true, fontSize: 11.5, color: colour },
              { ...plainText(sentence), fontSize: 8.5 },
            ],
          },
        ],
      ],
    },
  };
}

function routeLines({ routeLines: lines }: PacketDocument["cover"]): Content[] {
  return shownRouteLines(lines).map((line) => ({ ...codeText(line), margin: [0, 1, 0, 1] }));
}

/** A route of many points stands in the legs and the flight plan; the cover says so. */
function shownRouteLines(lines: readonly string[]): string[] {
  const length = lines.reduce((sum, line) => sum + linesOf(line, 7.5 * 0.6, TEXT_WIDTH), 0);
  return length <= 6
    ? [...lines]
    : ["The route text is too long for this page: see Legs and ICAO flight plans."];
}

function contents(parts: readonly Part[]): Content {
  const number = (id: string): Content =>
    id === "" ? { text: "99" } : { text: [{ pageReference: partId(id), font: "Mono", fontSize: 7.5 }] };
  return {
    layout: TABLE_LAYOUT,
    table: {
      widths: ["*", "auto"],
      body: [
        [
          { text: "Part", color: THIRD, fontSize: 7 },
          { text: "Page", color: THIRD, fontSize: 7, alignment: "right" },
        ],
        ...parts.map(({ id, summary }): Content[] => [
          plainText(summary),
          { ...number(id), alignment: "right" },
        ]),
      ],
    },
  };
}

function seals({ seals: boxes }: PacketDocument["cover"]): Content {
  return {
    margin: [0, 8, 0, 0],
    layout: BOX_LAYOUT,
    unbreakable: true,
    table: {
      widths: ["*", "*", "auto"],
      body: [
        boxes.map(({ label: name, lines }) => ({
          stack: [
            { text: name, color: THIRD, fontSize: 7 },
            ...lines.map((line) => ({
              ...codeText(line),
              fontSize: 6.2,
              margin: [0, 1, 0, 0] as [number, number, number, number],
            })),
          ],
        })),
      ],
    },
  };
}

function linesOf(text: string, perLetter: number, width: number): number {
  return Math.max(1, Math.ceil((text.length * perLetter) / width));
}
