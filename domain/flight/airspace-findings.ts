import type { CorridorTouch } from "../airspace/corridor-touches.ts";
import { coordinateText } from "../route/coordinate.ts";
import { distanceText } from "../text.ts";
import type { Crossing, Requirement } from "./assessment.ts";
import type { Finding } from "./findings.ts";
import type { Flight } from "./flight.ts";

/** FIRs that the corridor touches or the line clips, and stretches without FIR data. */
export function airspaceFindings(
  flight: Flight,
  crossings: readonly Crossing[],
  touches: readonly CorridorTouch[],
  requirements: readonly Requirement[],
  stateName: (code: string) => string,
): Finding[] {
  const asked = new Set(requirements.map(({ state }) => state));
  const findings: Finding[] = [];
  for (const touch of touches) {
    const { airspace, nearest, nearestNm, fromNm, toNm } = touch;
    const known = asked.has(airspace.state);
    findings.push({
      severity: known ? "info" : "warning",
      code: "corridor-touches-fir",
      sentence: `The corridor enters ${airspace.ident} (${stateName(airspace.state)}) for ${distanceText(toNm - fromNm, toNm - fromNm < 10 ? 1 : 0)}.`,
      hint: `${airspace.name} is ${distanceText(nearestNm)} from the line at ${coordinateText(nearest)}, half-width ${distanceText(flight.corridorHalfWidthNm)}.${
        known ? "" : ` ${stateName(airspace.state)} is not asked: move the line or ask.`
      }`,
      place: { kind: "position", position: nearest },
    });
  }
  for (const crossing of crossings) {
    for (const clip of crossing.merged) {
      const where = clip.fir === "" ? "a gap of the FIR data" : `${clip.fir} (${stateName(clip.state)})`;
      findings.push({
        severity: asked.has(clip.state) ? "info" : "warning",
        code: "micro-crossing",
        sentence: `The line clips ${where} for ${distanceText(clip.distanceNm)}.`,
        hint: `At ${coordinateText(clip.at)}; joined to ${crossing.fir}, because limits along borders are known to 2-3 NM.${
          asked.has(clip.state) || clip.state === "" ? "" : " Move the line away or ask that State."
        }`,
        place: { kind: "position", position: { lat: clip.at.lat, lon: clip.at.lon } },
      });
    }
    if (crossing.fir === "") {
      findings.push({
        severity: "error",
        code: "outside-fir-data",
        sentence: `No FIR is known for ${distanceText(crossing.distanceNm, crossing.distanceNm < 10 ? 1 : 0)} of the route.`,
        hint: `From ${coordinateText(crossing.entry)} to ${coordinateText(crossing.exit)}: the data ends there, so States may be missing.`,
        place: { kind: "crossing", index: crossing.index },
      });
    }
  }
  return findings;
}
