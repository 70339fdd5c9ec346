import type { Provenance } from "#domain/provenance.ts";
import type { Aerodrome } from "#domain/reference.ts";
import { field, numberIn } from "./csv.ts";
import { isInBox, OURAIRPORTS_SOURCE, type OurAirports } from "./ourairports.ts";

type Row = Record<string, string>;

/** Looked for in keywords too, which hold former names; `RAF` only there would make Haifa military. */
const MILITARY_NAME = /air ?base|air ?force|military|army|naval|\bAFB\b|\bPAF\b/i;
const MILITARY_KEYWORDS = /air ?base|air ?force|military|army|naval/i;

/** Joint use by general knowledge; not yet checked against an AIP. */
const JOINT_USE = new Set("LTAU LTAN LTAP LTAT LTCC LTCJ LTBG LTBS UAKK UAAT UATE UAII".split(" "));

const SIZES = new Map<string, Aerodrome["size"]>([
  ["large_airport", "large"],
  ["medium_airport", "medium"],
  ["small_airport", "small"],
]);

/** A runway this long makes a small civil aerodrome worth showing to a planner of heavy aircraft. */
const LEAST_RUNWAY_FT = 3000;

export const aerodromesProvenance: Provenance = {
  source: OURAIRPORTS_SOURCE,
  licence: "Public domain",
  date: "2026-06-13",
  checked:
    "Positions of UAKD, UAII, UATT, LTAT, LTCG and LTBD lie within 0.42 NM of AIP AD 2.2 and elevations within 9 ft; " +
    "every aerodrome of Kazakhstan and Türkiye lies in a FIR of its own State",
  accuracy:
    "Not certified. Known error: UGTB elevation 1624 ft, AIP 1578 ft. No pavement strength. The military flag " +
    "comes from names and keywords; for 12 joint-use fields from general knowledge, not yet checked against an AIP",
  status: "published",
};

/** Large and medium aerodromes, military ones, and small ones with an ICAO code and a runway of 3000 ft, sorted by ident. */
export function aerodromesOf(tables: OurAirports): Aerodrome[] {
  const runways = new Map<string, Row[]>();
  for (const row of tables.runways) {
    const ident = field(row, "airport_ident");
    runways.set(ident, [...(runways.get(ident) ?? []), row]);
  }
  return tables.airports
    .filter(isInBox)
    .map((row) => aerodromeOf(row, runways.get(field(row, "ident")) ?? []))
    .filter((aerodrome) => aerodrome !== null)
    .filter(isSelected)
    .sort((a, b) => (a.ident < b.ident ? -1 : 1));
}

function aerodromeOf(row: Row, runways: Row[]): Aerodrome | null {
  const size = SIZES.get(field(row, "type"));
  if (size === undefined) return null;
  const ident = field(row, "ident");
  return {
    ident,
    icao: field(row, "icao_code"),
    name: field(row, "name").trim(),
    city: field(row, "municipality").trim(),
    country: field(row, "iso_country"),
    lat: degrees(row, "latitude_deg"),
    lon: degrees(row, "longitude_deg"),
    elevationFt: numberIn(row, "elevation_ft"),
    military:
      MILITARY_NAME.test(field(row, "name")) ||
      MILITARY_KEYWORDS.test(field(row, "keywords")) ||
      JOINT_USE.has(ident),
    size,
    runways: runways
      .map((runway) => ({
        idents: [field(runway, "le_ident"), field(runway, "he_ident")].filter((end) => end !== "").join("/"),
        lengthFt: numberIn(runway, "length_ft"),
        widthFt: numberIn(runway, "width_ft"),
        surface: surfaceOf(field(runway, "surface")),
        closed: field(runway, "closed") === "1",
      }))
      .sort((a, b) => (a.idents < b.idents ? -1 : 1)),
  };
}

function isSelected(aerodrome: Aerodrome): boolean {
  const longestFt = Math.max(0, ...aerodrome.runways.map((runway) => runway.lengthFt ?? 0));
  return (
    aerodrome.size !== "small" ||
    aerodrome.military ||
    (aerodrome.icao !== "" && longestFt >= LEAST_RUNWAY_FT)
  );
}

/** One word for the many spellings of the source; what is not known stays empty, what is not listed stays as it is. */
function surfaceOf(text: string): string {
  const plain = text.trim().replaceAll("'", "").toUpperCase();
  if (plain === "" || plain.startsWith("UNK")) return "";
  if (/^(CON|CONC|CONCRETE)$/.test(plain)) return "concrete";
  if (/^(A|ASP|ASPH|ASPHALT|ASB)$/.test(plain)) return "asphalt";
  if (/^(ASPHALT|CONC|CONCRETE)[ /]/.test(plain)) return "asphalt and concrete";
  if (/^PEM$/.test(plain)) return "paved";
  if (/^(GRS|GRASS|GRASSY|GRA)\b/.test(plain)) return "grass";
  if (/^(GRE|GVL|GR)$/.test(plain)) return plain === "GRE" ? "earth" : "gravel";
  if (/^(DIRT|PER)$/.test(plain)) return "earth";
  if (/^SAN/.test(plain)) return "sand";
  if (plain === "PSP") return "steel planking";
  if (plain === "BRI") return "brick";
  return text.trim();
}

/** Five decimals are about one metre. */
function degrees(row: Row, name: string): number {
  return Number(Number(field(row, name)).toFixed(5));
}
