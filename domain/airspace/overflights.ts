import type { Crossing, Overflight } from "../flight/assessment.ts";

/**
 * Visits to States in flight order, from the crossings: neighbouring FIRs of one State are one visit, and a State
 * that the route comes back to is listed again. Stretches without FIR data belong to no State.
 * `landingsNm` are the distances along the route where the aircraft stands on the ground.
 */
export function overflightsOf(crossings: readonly Crossing[], landingsNm: readonly number[]): Overflight[] {
  const overflights: Overflight[] = [];
  let before = "";
  for (const crossing of crossings) {
    const last = overflights.at(-1);
    if (crossing.state !== "" && crossing.state === before && last !== undefined) {
      last.exit = crossing.exit;
      last.distanceNm += crossing.distanceNm;
      last.firs.push(crossing.fir);
    } else if (crossing.state !== "") {
      overflights.push({
        state: crossing.state,
        entry: crossing.entry,
        exit: crossing.exit,
        distanceNm: crossing.distanceNm,
        firs: [crossing.fir],
        landing: false,
      });
    }
    before = crossing.state;
  }
  for (const overflight of overflights) {
    overflight.landing = landingsNm.some(
      (landing) => landing >= overflight.entry.distanceNm && landing <= overflight.exit.distanceNm,
    );
  }
  return overflights;
}
