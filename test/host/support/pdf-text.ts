import { inflateSync } from "node:zlib";

/**
 * Text of every page of a PDF as a reader copies it, by the ToUnicode maps of its embedded fonts, without any spaces.
 * Knows what pdfkit writes: one content stream a page, fonts with two bytes a glyph.
 */
export function pdfPages(pdf: Uint8Array): string[] {
  const file = Buffer.from(pdf).toString("latin1");
  const objects = new Map<string, string>();
  for (const [, id = "", body = ""] of file.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm))
    objects.set(id, body);
  const object = (id: string | undefined) => objects.get(id ?? "") ?? "";
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body));
  return pages.map((page) => {
    const resources = object(/\/Resources (\d+) 0 R/.exec(page)?.[1]);
    const fonts = new Map<string, Map<string, string>>();
    for (const [, name = "", id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      fonts.set(name, lettersOf(streamOf(object(/\/ToUnicode (\d+) 0 R/.exec(object(id))?.[1]))));
    }
    return textOf(streamOf(object(/\/Contents (\d+) 0 R/.exec(page)?.[1])), fonts);
  });
}

function streamOf(body: string): string {
  const start = body.indexOf("stream\n") + "stream\n".length;
  const bytes = Buffer.from(body.slice(start, body.lastIndexOf("\nendstream")), "latin1");
  return /\/FlateDecode/.test(body) ? inflateSync(bytes).toString("latin1") : bytes.toString("latin1");
}

/** `<0000> <00ff> [<0041> <0042>]`: glyphs of a range and their letters in UTF-16. */
function lettersOf(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = "", list = ""] of map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    for (const [index, [, utf16 = ""]] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries()) {
      const glyph = (Number.parseInt(first, 16) + index).toString(16).padStart(4, "0");
      const codes = utf16.replaceAll(" ", "").match(/.{4}/g) ?? [];
      letters.set(glyph, codes.map((code) => String.fromCharCode(Number.parseInt(code, 16))).join(""));
    }
  }
  return letters;
}

function textOf(content: string, fonts: Map<string, Map<string, string>>): string {
  let text = "";
  let letters = new Map<string, string>();
  for (const [, font, glyphs] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    for (const [, run = ""] of (glyphs ?? "").matchAll(/<([0-9a-f]*)>/gi)) {
      for (const glyph of run.match(/.{4}/g) ?? []) text += letters.get(glyph.toLowerCase()) ?? "?";
    }
  }
  return text.replace(/\s/g, "");
}
