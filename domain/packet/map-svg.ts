import type { Point } from "./map-projection.ts";

/** Text of an SVG element or attribute. Control characters, which XML cannot hold, are dropped. */
export function escaped(text: string): string {
  return text
    .replace(/\p{Cc}/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Path data of lines, to a tenth of a point. */
export function pathData(lines: readonly (readonly Point[])[], closed: boolean): string {
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
  const { size, colour, font, bold = false, italic = false, anchor = "start" } = style;
  const look = `${bold ? ' font-weight="bold"' : ""}${italic ? ' font-style="italic"' : ""}`;
  return `<text x="${tenth(x)}" y="${tenth(y)}" font-family="${font}" font-size="${size}"${look} text-anchor="${anchor}" fill="${colour}">${escaped(text)}</text>`;
}

export function tenth(value: number): string {
  return String(Math.round(value * 10) / 10 + 0);
}

/** Width in points, a little more than the fonts take. */
export function textWidth(text: string, { size, font }: Pick<TextStyle, "size" | "font">): number {
  return text.length * size * (font === "Mono" ? 0.6 : 0.58);
}
