import type { Content } from "pdfmake";
import { STANDING_WORDS } from "#domain/packet/clearance.ts";
import type { Block, Cell, Column, Table } from "#domain/packet/document.ts";
import { STATUS_COLOURS, severityMark, statusMark } from "#domain/packet/status-marks.ts";
import { gaugeSvg } from "./pdf-gauge.ts";
import { codeText, INK, plainText, SECOND, TABLE_LAYOUT, TEXT_WIDTH, THIRD } from "./pdf-style.ts";

/** One block of the document as nodes of the PDF. */
export function blockContent(block: Block): Content {
  switch (block.kind) {
    case "heading":
      return heading(block.text);
    case "text":
      return {
        ...plainText(block.text),
        bold: block.tone === "strong",
        color: block.tone === "second" ? SECOND : INK,
        fontSize: block.tone === "second" ? 7.5 : 8,
        margin: [0, block.tone === "strong" ? 6 : 2, 0, 3],
      };
    case "table":
      return tableContent(block);
    case "gauge":
      return { svg: gaugeSvg(block, TEXT_WIDTH), width: TEXT_WIDTH, margin: [0, 4, 0, 4] };
    case "message":
      return messageContent(block.text);
    case "finding":
      return {
        unbreakable: true,
        margin: [0, 3, 0, 3],
        columnGap: 5,
        columns: [
          { width: 14, text: String(block.number), alignment: "right", color: THIRD },
          { width: 10, svg: severityMark(block.severity, 9), margin: [0, 0.5, 0, 0] },
          {
            width: "*",
            stack: [
              { ...plainText(block.text), bold: true },
              ...(block.hint === "" ? [] : [{ ...plainText(block.hint), color: SECOND, fontSize: 7.5 }]),
            ],
          },
        ],
      };
  }
}

export function heading(text: string): Content {
  return { ...plainText(text), bold: true, fontSize: 8.5, margin: [0, 8, 0, 3] };
}

export function tableContent({ columns, rows, total, empty }: Table): Content {
  if (rows.length === 0) return { ...plainText(empty), margin: [0, 2, 0, 3] };
  const body = rows.map((row) => row.map((cell, index) => cellContent(cell, columns[index])));
  if (total !== null) {
    body.push(total.map((cell, index) => ({ ...cellContent(cell, columns[index]), bold: true })));
  }
  return {
    margin: [0, 0, 0, 4],
    layout: TABLE_LAYOUT,
    table: {
      headerRows: 1,
      // A row longer than a page has to break.
      dontBreakRows: !rows.flat().some((cell) => typeof cell === "string" && cell.length > 1_000),
      keepWithHeaderRows: 1,
      widths: columns.map(({ width }) => (width === "fit" ? "auto" : width === "rest" ? "*" : width)),
      body: [columns.map(headerCell), ...body],
    },
  };
}

function headerCell({ title, align }: Column): Content {
  return { text: title, alignment: align, color: THIRD, fontSize: 7, noWrap: true };
}

function cellContent(cell: Cell, column: Column | undefined): Content {
  const alignment = column?.align ?? "left";
  const noWrap = column?.width === "fit";
  // In a column of limited width even a code of 16 characters finds room.
  const longest = noWrap ? 40 : 12;
  if (typeof cell === "string") {
    return {
      ...(column?.code === true ? codeText(cell, longest) : plainText(cell, longest)),
      alignment,
      noWrap,
    };
  }
  switch (cell.kind) {
    case "code":
      return { ...codeText(cell.text), alignment, noWrap };
    case "strong":
      return { ...codeText(cell.text), bold: true, alignment, noWrap };
    case "status":
      if (cell.standing === null) return { text: "Not known", bold: true, noWrap };
      return {
        columnGap: 3,
        columns: [
          { width: 8, svg: statusMark(cell.standing, 8), margin: [0, 0.6, 0, 0] },
          {
            width: "auto",
            text: STANDING_WORDS[cell.standing],
            bold: true,
            color: STATUS_COLOURS[cell.standing],
            noWrap: true,
          },
        ],
      };
  }
}

/** A message keeps its lines, so that it can be copied out as it has to be sent. */
function messageContent(text: string): Content {
  return {
    margin: [0, 2, 0, 4],
    unbreakable: text.length < 2_000,
    stack: text.split("\n").map((line) => ({
      text: line,
      font: "Mono",
      fontSize: 8.5,
      lineHeight: 1.15,
      preserveLeadingSpaces: true,
    })),
  };
}
