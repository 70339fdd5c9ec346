import { mesh } from "topojson-client";
import { linesFeature } from "./basemap.ts";
import type { Point } from "./border-lines.ts";
import type { Feature } from "./files.ts";
import { objectOf, readTopology } from "./topology.ts";

/**
 * Lines that States or the United Nations do not agree on. Natural Earth draws some of them as plain borders;
 * Daliz takes no side and draws them apart. `where` narrows a pair of States to the part that is disputed.
 */
const DISPUTED: { name: string; between: (pair: Pair) => boolean; where?: (middle: Point) => boolean }[] = [
  {
    name: "Crimea",
    between: (pair) => pair.is("Russia", "Ukraine"),
    where: ([lon, lat]) => lon > 32.5 && lon < 35.5 && lat < 46.5,
  },
  { name: "Cyprus", between: (pair) => pair.has("N. Cyprus") || pair.has("Cyprus U.N. Buffer Zone") },
  {
    name: "Kashmir",
    between: (pair) => pair.is("India", "Pakistan"),
    where: ([lon, lat]) => lon > 73 && lat > 32.45,
  },
  { name: "Kashmir", between: (pair) => pair.has("Siachen Glacier") || pair.is("China", "Pakistan") },
  { name: "China and India", between: (pair) => pair.is("China", "India") },
  { name: "Golan", between: (pair) => pair.is("Israel", "Syria") },
  { name: "Palestine", between: (pair) => pair.is("Israel", "Palestine") },
  { name: "Blue Line", between: (pair) => pair.is("Israel", "Lebanon") },
  { name: "Kosovo", between: (pair) => pair.is("Kosovo", "Serbia") },
];

/** Agreed State borders and disputed lines. Coasts are no borders; the leased area of Baikonur has none. */
export function borderFeatures(): { borders: Feature[]; disputed: Feature[] } {
  const pairs = linesByPair();
  const agreed: Point[][] = [];
  const disputed = new Map<string, Point[][]>();
  for (const { pair, lines } of pairs) {
    if (pair.has("Baikonur")) continue;
    const claim = DISPUTED.find(({ between }) => between(pair));
    for (const { inside, line } of lines.flatMap((each) => split(each, claim))) {
      if (!inside) agreed.push(line);
      else if (claim !== undefined) disputed.set(claim.name, [...(disputed.get(claim.name) ?? []), line]);
    }
  }
  return {
    borders: [linesFeature(agreed, {})],
    disputed: [...disputed]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, lines]) => linesFeature(lines, { name })),
  };
}

type Pair = { has: (name: string) => boolean; is: (a: string, b: string) => boolean };

function linesByPair(): { pair: Pair; lines: Point[][] }[] {
  const topology = readTopology("world-atlas/countries-10m.json");
  const countries = objectOf(topology, "countries");
  const names = new Set<string>();
  mesh(topology, countries, (a, b) => {
    if (a !== b) names.add([nameOf(a), nameOf(b)].sort().join("|"));
    return false;
  });
  return [...names].sort().map((key) => {
    const [first = "", second = ""] = key.split("|");
    return {
      pair: {
        has: (name) => first === name || second === name,
        is: (a, b) => (first === a && second === b) || (first === b && second === a),
      },
      lines: mesh(topology, countries, (a, b) => a !== b && [nameOf(a), nameOf(b)].sort().join("|") === key)
        .coordinates as Point[][],
    };
  });
}

function nameOf(object: { properties?: Record<string, unknown> }): string {
  return String(object.properties?.name);
}

/** Runs of segments whose middles are all inside the disputed part, or all outside. */
function split(
  line: readonly Point[],
  claim: (typeof DISPUTED)[number] | undefined,
): { inside: boolean; line: Point[] }[] {
  const runs: { inside: boolean; line: Point[] }[] = [];
  for (let at = 0; at + 1 < line.length; at++) {
    const [a, b] = [line[at], line[at + 1]];
    if (a === undefined || b === undefined) continue;
    const middle: Point = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const inside = claim !== undefined && (claim.where?.(middle) ?? true);
    const run = runs.at(-1);
    if (run?.inside === inside) run.line.push(b);
    else runs.push({ inside, line: [a, b] });
  }
  return runs;
}
