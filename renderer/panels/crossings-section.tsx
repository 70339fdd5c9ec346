import { coordinateText } from "#domain/route/coordinate.ts";
import { numberText } from "#domain/text.ts";
import { clockTextSince } from "#domain/zulu.ts";
import { rowKeys } from "#renderer/parts/row-keys.ts";
import { Section } from "#renderer/parts/section.tsx";
import { TableHead } from "#renderer/parts/table-head.tsx";
import { useOpenFlight, useSession, useView } from "#renderer/state/session.ts";
import { selectAndShow } from "#renderer/state/view-store.ts";

/** Every limit crossed, in flight order. */
export function CrossingsSection() {
  const session = useSession();
  const { flight, assessment } = useOpenFlight();
  const selection = useView((view) => view.selection);
  const crossings = assessment.crossings.slice(1);
  const first = assessment.crossings[0];
  return (
    <Section
      title="FIR crossings"
      sum={crossings.length === 0 ? undefined : `${crossings.length}, in flight order`}
    >
      {crossings.length === 0 ? (
        <p className="notice">
          {first === undefined
            ? "Crossings stand here once the route has two points."
            : `The route stays in ${first.fir === "" ? "one region without FIR data" : `${first.fir} ${first.name}`}.`}
        </p>
      ) : (
        <table className="grid">
          <TableHead
            columns={[
              { name: "Crossing", quiet: true },
              { name: "From, to" },
              { name: "Position" },
              { name: "NM", number: true },
              { name: "Time", number: true },
            ]}
          />
          <tbody>
            {crossings.map(({ index, fir, name, entry, merged, state }) => {
              const before = assessment.crossings[index - 1];
              const select = () => selectAndShow(session.view, { kind: "crossing", index });
              return (
                <tr
                  key={index}
                  tabIndex={0}
                  aria-selected={selection.kind === "crossing" && selection.index === index}
                  data-row-crossing={index}
                  title={`${name} (${session.stateName(state)})`}
                  onClick={select}
                  onKeyDown={rowKeys(select)}
                >
                  <th scope="row" className="mono strong">
                    X{index}
                  </th>
                  <td className="mono">
                    {firText(before?.fir)} {firText(fir)}
                    {merged.length > 0 && (
                      <span title={merged.map((each) => each.fir).join(", ")}> +{merged.length}</span>
                    )}
                  </td>
                  <td className="mono">{coordinateText(entry)}</td>
                  <td className="number">{numberText(entry.distanceNm, 1)}</td>
                  <td className="number strong">{clockTextSince(flight.offBlockAt, entry.at)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function firText(fir: string | undefined): string {
  return fir === undefined || fir === "" ? "none" : fir;
}
