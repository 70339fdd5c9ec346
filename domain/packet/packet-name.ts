import type { Flight } from "../flight/flight.ts";

/**
 * File name from call sign, date and route, with nothing in it that a file system could mind:
 * `KZF401-2026-12-02-LTAC-UACC.zip`. `copy` counts files of one name: the second is `… (2).zip`.
 */
export function packetName(flight: Flight, copy = 1): string {
  const safe = (text: string, otherwise: string) =>
    text
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, "")
      .slice(0, 16) || otherwise;
  const parts = [
    safe(flight.callSign, "no-call-sign"),
    flight.offBlockAt.slice(0, 10),
    safe(flight.waypoints[0]?.ident ?? "", "unnamed"),
    ...(flight.waypoints.length < 2 ? [] : [safe(flight.waypoints.at(-1)?.ident ?? "", "unnamed")]),
  ];
  return `${parts.join("-")}${copy === 1 ? "" : ` (${copy})`}.zip`;
}
