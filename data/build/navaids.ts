import type { Provenance } from "#domain/provenance.ts";
import type { Navaid } from "#domain/reference.ts";
import { field } from "./csv.ts";
import { isInBox, OURAIRPORTS_SOURCE, type OurAirports } from "./ourairports.ts";

export const navaidsProvenance: Provenance = {
  source: OURAIRPORTS_SOURCE,
  licence: "Public domain",
  date: "2026-05-28",
  checked: "Row by row against an independent reading of the same tables; not checked against an AIP",
  accuracy:
    "Not certified. Positions as OurAirports has them; several aids share an ident. Frequencies outside the band of their kind are left out",
  status: "published",
};

/** ICAO Annex 10 Volume I: NDB 190-1750 kHz; VOR and the VHF pairs of DME and TACAN channels. */
const NDB_BANDS_KHZ = [[190, 1750]] as const;
const VHF_BANDS_KHZ = [
  [108_000, 117_975],
  [133_300, 135_950],
] as const;

/** Radio navigation aids in the box, sorted by ident, type, country and position. */
export function navaidsOf(tables: OurAirports): Navaid[] {
  return tables.navaids
    .filter(isInBox)
    .map((row) => ({
      ident: field(row, "ident"),
      name: field(row, "name").trim(),
      type: field(row, "type"),
      frequency: frequencyOf(field(row, "type"), Number(field(row, "frequency_khz"))),
      country: field(row, "iso_country"),
      lat: Number(Number(field(row, "latitude_deg")).toFixed(5)),
      lon: Number(Number(field(row, "longitude_deg")).toFixed(5)),
    }))
    .filter((navaid) => navaid.ident !== "")
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** `113.70 MHz`, `354 kHz`; empty where the source has none or one that no aid of this kind can have. */
function frequencyOf(type: string, frequencyKhz: number): string {
  const isNdb = type.startsWith("NDB");
  const bands = isNdb ? NDB_BANDS_KHZ : VHF_BANDS_KHZ;
  if (!bands.some(([from, to]) => frequencyKhz >= from && frequencyKhz <= to)) return "";
  return isNdb ? `${frequencyKhz} kHz` : `${(frequencyKhz / 1000).toFixed(2)} MHz`;
}

function keyOf(navaid: Navaid): string {
  return `${navaid.ident} ${navaid.type} ${navaid.country} ${navaid.lat} ${navaid.lon}`;
}
