import type { Aircraft } from "#domain/aircraft/aircraft.ts";
import type { PayloadLimit, Sector } from "#domain/flight/assessment.ts";
import { numberText } from "#domain/text.ts";
import { TableHead } from "#renderer/parts/table-head.tsx";

export const LIMIT_WORDS: Record<PayloadLimit, { name: string; binds: string }> = {
  "payload cap": { name: "Payload cap", binds: "binds" },
  "take-off mass": { name: "Take-off mass", binds: "binds" },
  "landing mass": { name: "Landing mass", binds: "binds" },
  "fuel tanks": { name: "Fuel tanks", binds: "bind" },
  seats: { name: "Seats", binds: "bind" },
  range: { name: "Range", binds: "binds" },
};

/** What each sector allows, and its fuel and masses in tonnes with the load asked for. */
export function SectorTable({
  sectors,
  aircraft,
}: {
  sectors: readonly Sector[];
  aircraft: Aircraft | null;
}) {
  const mass = (massKg: number | null | undefined) => (massKg == null ? "–" : numberText(massKg / 1_000, 1));
  const figure = (name: "maximumTakeOffMassKg" | "maximumLandingMassKg" | "usableFuelKg") =>
    aircraft?.figures[name].value ?? null;
  const limits = [figure("usableFuelKg"), figure("maximumTakeOffMassKg"), figure("maximumLandingMassKg")];
  return (
    <table className="grid plain sectors">
      <TableHead
        columns={[
          { name: "Sector, t" },
          { name: "Most", number: true, title: "Largest payload of the sector" },
          { name: "Limit" },
          { name: "Trip", number: true, title: "Fuel burnt on the way, with the load asked for" },
          { name: "Fuel", number: true, title: "Fuel on board at take-off: trip and reserves" },
          { name: "Take-off", number: true, title: "Mass at take-off" },
          { name: "Landing", number: true, title: "Mass on arrival, reserves not used" },
        ]}
      />
      <tbody>
        {sectors.map(({ index, from, to, payload }) => (
          <tr key={index}>
            <th scope="row" className="mono">
              {from} {to}
            </th>
            <td className="number">{mass(payload?.maximumKg)}</td>
            <td>{payload === null ? "unknown" : LIMIT_WORDS[payload.limit].name}</td>
            <td className="number">{mass(payload?.tripFuelKg)}</td>
            <td className="number">{mass(onBoardKg(payload))}</td>
            <td className="number">{mass(payload?.takeOffMassKg)}</td>
            <td className="number">{mass(payload?.landingMassKg)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>
            Limit
          </th>
          {limits.map((massKg, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns never move
            <td key={column} className="number">
              {mass(massKg)}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function onBoardKg(payload: Sector["payload"]): number | null {
  if (payload?.tripFuelKg == null || payload.reserveFuelKg === null) return null;
  return payload.tripFuelKg + payload.reserveFuelKg;
}
