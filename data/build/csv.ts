/** Rows of RFC 4180 text as records by the names of its first line. Quoted fields may hold commas, quotes and line ends. */
export function readCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = fieldsOf(text);
  return rows.map((row) => Object.fromEntries(header.map((name, column) => [name, row[column] ?? ""])));
}

/** The field of this name; a missing column is a defect of the source, not an empty value. */
export function field(row: Record<string, string>, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`column ${name} is missing`);
  return value;
}

/** The field as a number, null where it is empty or no number. */
export function numberIn(row: Record<string, string>, name: string): number | null {
  const text = field(row, name).trim();
  const value = Number(text);
  return text === "" || !Number.isFinite(value) ? null : value;
}

function fieldsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let start = 0;
  while (start < text.length) {
    const [value, end] = fieldAt(text, start);
    row.push(value);
    const atLineEnd = end >= text.length || text[end] !== ",";
    if (atLineEnd) {
      if (row.length > 1 || row[0] !== "") rows.push(row);
      row = [];
    }
    start = text[end] === "\r" ? end + 2 : end + 1;
  }
  return rows;
}

/** A field and the index of the character that ends it. */
function fieldAt(text: string, start: number): [string, number] {
  if (text[start] !== '"') {
    let end = start;
    while (end < text.length && text[end] !== "," && text[end] !== "\n" && text[end] !== "\r") end += 1;
    return [text.slice(start, end), end];
  }
  let value = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) throw new Error("a quoted field has no end");
    value += text.slice(from, quote);
    if (text[quote + 1] !== '"') return [value, quote + 1];
    value += '"';
    from = quote + 2;
  }
}
