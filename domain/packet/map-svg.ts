import type { Point } from "./map-projection.ts";
import { isMonospaced, printable } from "./printable.ts";

export const INK = "#12191E";

/** Text of an SVG element: what the fonts hold on one line. */
function escaped(text: string): string {
  return printable(text)
    .replaceAll("\n", " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Path data of lines, to a tenth of a point. */
function pathData(lines: readonly (readonly Point[])[], closed: boolean): string {
  return lines
    .filter((line) => line.length > 1)
    .map((line) => `M${line.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join("L")}${closed ? "Z" : ""}`)
    .join("");
}

/** A stroked path, or nothing for no lines. */
export function stroke(lines: readonly (readonly Point[])[], style: string): string {
  const data = pathData(lines, false);
  return data === "" ? "" : `<path d="${data}" fill="none" ${style}/>`;
}

/** A filled area, or nothing for no rings. Holes are rings like any other. */
export function fill(rings: readonly (readonly Point[])[], style: string): string {
  const data = pathData(rings, true);
  return data === "" ? "" : `<path d="${data}" fill-rule="evenodd" ${style}/>`;
}

export type TextStyle = {
  size: number;
  colour: string;
  font: "Inter" | "Mono";
  bold?: boolean;
  italic?: boolean;
  anchor?: "start" | "middle" | "end";
};

/** One line of text; `y` is its base line. */
export function label([x, y]: Point, text: string, style: TextStyle): string {
  const { size, colour, bold = false, italic = false, anchor = "start" } = style;
  const font = style.font === "Mono" && !isMonospaced(printable(text)) ? "Inter" : style.font;
  const look = `${bold ? ' font-weight="bold"' : ""}${italic ? ' font-style="italic"' : ""}`;
  return `<text x="${tenth(x)}" y="${tenth(y)}" font-family="${font}" font-size="${size}"${look} text-anchor="${anchor}" fill="${colour}">${escaped(text)}</text>`;
}

export function tenth(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

/** Text on a half clear white ground, so that lines below do not cut through it. */
export function onWhite([x, y]: Point, text: string, style: TextStyle): string {
  const width = text.length * style.size * 0.6;
  return `<rect x="${tenth(x - 1)}" y="${tenth(y - style.size * 0.85)}" width="${tenth(width + 2)}" height="${tenth(style.size * 1.1)}" fill="#FFFFFF" fill-opacity="0.7"/>${label([x, y], text, style)}`;
}

/** Width in points, a little more than the fonts take. */
export function textWidth(text: string, { size, font }: Pick<TextStyle, "size" | "font">): number {
  return text.length * size * (font === "Mono" ? 0.6 : 0.58);
}
