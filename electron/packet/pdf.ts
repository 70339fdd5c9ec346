import pdfmake, { type Content, type DocumentDefinition, type FontFiles } from "pdfmake";
import type { Block, PacketDocument, Section } from "#domain/packet/document.ts";
import { printable } from "#domain/packet/printable.ts";
import { epochMs, type Zulu } from "#domain/zulu.ts";
import { checkedDataFile } from "#electron/reference/load.ts";
import { blockContent } from "./pdf-blocks.ts";
import { coverContent, measuredCover, overprintSvg } from "./pdf-cover.ts";
import { INK, MARGINS, PAGE, partId, plainText, SECOND } from "./pdf-style.ts";

type Drawing = {
  document: PacketDocument;
  /** The map at a size in points, as SVG; empty for none. */
  mapOf: (size: { width: number; height: number }) => string;
  madeAt: Zulu;
  dataFolder: string;
};

/**
 * Draws the document as a PDF with embedded fonts. The same document gives the same bytes: dates come from
 * `madeAt`, and nothing is read but the fonts.
 */
export async function drawPdf({ document, mapOf, madeAt, dataFolder }: Drawing): Promise<Buffer> {
  const fonts = fontFiles(dataFolder);
  const allowed = new Set(Object.values(fonts).flatMap((files) => Object.values(files)));
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => allowed.has(path));
  const look = lookOf(document, madeAt);
  const room = await roomForMap(document, look);
  const content = [...coverContent(document, mapOf, room), ...document.sections.flatMap(sectionContent)];
  return pdfmake.createPdf({ ...look, content }).getBuffer();
}

/** Points of height that the cover leaves, found by laying it out without its map. */
async function roomForMap(document: PacketDocument, look: Look): Promise<number> {
  let room = 0;
  const end = partId("end");
  await pdfmake
    .createPdf({
      ...look,
      content: [...measuredCover(document), { text: " ", id: end }],
      pageBreakBefore: ({ id, startPosition }) => {
        if (id === end && startPosition.pageNumber === 1) {
          room = PAGE.height - MARGINS[3] - startPosition.top;
        }
        return false;
      },
    })
    .getBuffer();
  return room;
}

type Look = Omit<DocumentDefinition, "content">;

function lookOf(document: PacketDocument, madeAt: Zulu): Look {
  return {
    header: (page) => header(document, page),
    footer: (page, pages) => footer(document, page, pages),
    defaultStyle: { font: "Inter", fontSize: 8, color: INK, lineHeight: 1.1 },
    pageSize: "A4",
    pageMargins: MARGINS,
    info: {
      title: document.title,
      subject: document.marking,
      author: "Daliz",
      creator: "Daliz",
      creationDate: new Date(epochMs(madeAt)),
      modDate: new Date(epochMs(madeAt)),
    },
    language: "en",
    version: "1.7",
  };
}

/** A heading keeps company: with the block below it, or on a new page where that is a long table. */
function sectionContent({ id, title, blocks }: Section, index: number): Content[] {
  const [first, ...rest] = blocks;
  const long = first?.kind === "table" && first.rows.length > LONG_TABLE;
  const name: Content = { text: title, id: partId(id), bold: true, fontSize: 12, margin: [0, 0, 0, 4] };
  const below = first === undefined ? [] : [blockContent(first)];
  const breakBefore = index === 0 || long ? { pageBreak: "before" as const } : {};
  const start: Content[] = long
    ? [{ ...name, ...breakBefore }, ...below]
    : [
        {
          stack: [name, ...below],
          unbreakable: true,
          margin: [0, index === 0 ? 0 : 14, 0, 0],
          ...breakBefore,
        },
      ];
  return [...start, ...withCompany(rest)];
}

/** Lesser headings, too, stay with what follows them. */
function withCompany(blocks: readonly Block[]): Content[] {
  const contents: Content[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const [block, next] = [blocks[index], blocks[index + 1]];
    if (block === undefined) continue;
    const short = next !== undefined && (next.kind !== "table" || next.rows.length <= LONG_TABLE);
    const title = block.kind === "heading" || (block.kind === "text" && block.tone === "strong");
    if (title && short && isSmall(next)) {
      contents.push({ stack: [blockContent(block), blockContent(next)], unbreakable: true });
      index++;
    } else {
      contents.push(blockContent(block));
    }
  }
  return contents;
}

function isSmall(block: Block): boolean {
  return block.kind !== "text" && block.kind !== "message" ? true : block.text.length < 2_000;
}

const LONG_TABLE = 20;

function header({ marking, cover }: PacketDocument, page: number): Content {
  const overprint: Content[] =
    page === 1 && cover.overprint !== ""
      ? [{ svg: overprintSvg(cover.overprint), absolutePosition: { x: 0, y: 0 } }]
      : [];
  return {
    stack: [
      { text: marking, bold: true, alignment: "center", characterSpacing: 0.6, margin: [0, 17, 0, 4] },
      rule(),
      ...overprint,
    ],
  };
}

function footer({ marking, footer: { left, right } }: PacketDocument, page: number, pages: number): Content {
  return {
    stack: [
      {
        margin: [MARGINS[0], 6, MARGINS[2], 4],
        fontSize: 6.5,
        color: SECOND,
        columnGap: 12,
        columns: [
          { width: "*", ...plainText(left) },
          { width: "auto", text: `${printable(right)}, page ${page} of ${pages}`, noWrap: true },
        ],
      },
      rule(),
      { text: marking, bold: true, alignment: "center", characterSpacing: 0.6, margin: [0, 4, 0, 0] },
    ],
  };
}

function rule(): Content {
  return {
    canvas: [
      {
        type: "line",
        x1: MARGINS[0],
        y1: 0,
        x2: PAGE.width - MARGINS[2],
        y2: 0,
        lineWidth: 1,
        lineColor: INK,
      },
    ],
  };
}

function fontFiles(dataFolder: string): FontFiles {
  const font = (name: string) => checkedDataFile(dataFolder, `fonts/${name}.ttf`);
  return {
    Inter: {
      normal: font("inter-regular"),
      bold: font("inter-semibold"),
      italics: font("inter-italic"),
      bolditalics: font("inter-semibold"),
    },
    Mono: {
      normal: font("jetbrains-mono-regular"),
      bold: font("jetbrains-mono-bold"),
      italics: font("jetbrains-mono-regular"),
      bolditalics: font("jetbrains-mono-bold"),
    },
  };
}
