/**
 * Rows under a title in aligned columns; empty text where there are no rows. A heading that begins with `>` stands
 * over numbers: its column is aligned to the right.
 */
export function table(
  title: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return "";
  const right = headings.map((heading) => heading.startsWith(">"));
  const head = headings.map((heading) => heading.replace(/^>/, ""));
  const lines = head.some((heading) => heading !== "") ? [head, ...rows] : rows;
  const widths = headings.map((_, column) =>
    Math.max(...lines.map((line) => [...(line[column] ?? "")].length)),
  );
  const text = lines.map((line) =>
    line
      .map((cell, column) => {
        const space = " ".repeat((widths[column] ?? 0) - [...cell].length);
        return right[column] ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd(),
  );
  return [title, ...text.map((line) => `  ${line}`)].join("\n");
}
