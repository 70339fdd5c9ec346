import type { Content } from "pdfmake";
import type { Cell, PacketDocument } from "#domain/packet/document.ts";
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
  TEXT_HEIGHT,
  TEXT_WIDTH,
  THIRD,
} from "./pdf-style.ts";

/** The map is drawn at the size that is left for it; smaller than this it moves to a page of its own. */
const LEAST_MAP_HEIGHT = 170;
const MOST_MAP_HEIGHT = 300;

/** The first page, and the map on the next one where the cover has no room for it. */
export function coverContent(
  { cover, sections }: PacketDocument,
  mapOf: (size: { width: number; height: number }) => string,
): Content[] {
  const room = TEXT_HEIGHT - heightBesidesMap(cover, sections.length);
  const fits = room >= LEAST_MAP_HEIGHT;
  const height = fits ? Math.min(MOST_MAP_HEIGHT, room) : 420;
  const svg = mapOf({ width: TEXT_WIDTH, height });
  const map: Content[] = svg === "" ? [] : [{ svg, width: TEXT_WIDTH, margin: [0, 6, 0, 6] }];
  return [
    titleLine(cover),
    factsLine(cover),
    banner(cover),
    heading("Authorizations by State, in flight order"),
    tableContent(cover.permissions),
    ...(fits ? map : []),
    ...routeLines(cover),
    {
      columnGap: 16,
      columns: [
        { width: "*", stack: [heading("Sectors"), tableContent(cover.sectors)] },
        { width: "*", stack: [heading("In this packet"), contents(sections, fits || svg === "")] },
      ],
    },
    seals(cover),
    ...(fits || map.length === 0
      ? []
      : [{ text: "Map", bold: true, fontSize: 12, pageBreak: "before" as const, id: partId("map") }, ...map]),
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

function contents(sections: PacketDocument["sections"], withMap: boolean): Content {
  const rows = sections.map(({ id, summary }) => ({ id, summary }));
  if (!withMap) rows.unshift({ id: "map", summary: "Map" });
  return {
    layout: TABLE_LAYOUT,
    table: {
      widths: ["*", "auto"],
      body: [
        [
          { text: "Part", color: THIRD, fontSize: 7 },
          { text: "Page", color: THIRD, fontSize: 7, alignment: "right" },
        ],
        ...rows.map(({ id, summary }): Content[] => [
          plainText(summary),
          { text: [{ pageReference: partId(id), font: "Mono", fontSize: 7.5 }], alignment: "right" },
        ]),
      ],
    },
  };
}

function seals({ seals: boxes }: PacketDocument["cover"]): Content {
  return {
    margin: [0, 8, 0, 0],
    layout: BOX_LAYOUT,
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

/** What the rest of the cover takes, a little more than less: the layout only tells when it is done. */
function heightBesidesMap(cover: PacketDocument["cover"], sections: number): number {
  const rows = cover.permissions.rows.map((row) => 7 + 10.5 * Math.max(...row.map(cellLines)));
  const route = shownRouteLines(cover.routeLines).reduce(
    (sum, line) => sum + 4 + 10 * linesOf(line, 7.5 * 0.6, TEXT_WIDTH),
    0,
  );
  const banner = 24 + 12 * linesOf(cover.banner.sentence, 8.5 * 0.56, TEXT_WIDTH - 16);
  const lists = 40 + 17 * Math.max(cover.sectors.rows.length + 1, sections);
  return 28 + 38 + banner + 38 + sum(rows) + 12 + route + lists + 50;
}

function cellLines(cell: Cell, column: number): number {
  const text = typeof cell === "string" ? cell : cell.kind === "status" ? "" : cell.text;
  const width = column === 7 || column === 8 ? 86 : column === 5 || column === 6 ? 27 : TEXT_WIDTH;
  const broken = text.split(/\s/).filter((word) => word.length > 14).length;
  return linesOf(text, 8 * 0.48, width) + broken;
}

function linesOf(text: string, perLetter: number, width: number): number {
  return Math.max(1, Math.ceil((text.length * perLetter) / width));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
