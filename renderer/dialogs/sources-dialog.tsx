import type { Figure } from "#domain/provenance.ts";
import { numberText } from "#domain/text.ts";
import { TableHead } from "#renderer/parts/table-head.tsx";
import { useOpenFlight, useSession } from "#renderer/state/session.ts";
import { Dialog } from "./dialog.tsx";

/** Every figure of the aircraft and every data set, with source, date and status. */
export function SourcesDialog({ close }: { close: () => void }) {
  const { reference } = useSession();
  const { flight } = useOpenFlight();
  const aircraft = reference.aircraft.find(({ id }) => id === flight.aircraftId);
  return (
    <Dialog title="Where the figures come from" close={close}>
      {aircraft !== undefined && (
        <>
          <h3>{aircraft.name}: planning data, not from a flight manual</h3>
          <table className="grid plain sources">
            <TableHead
              columns={[
                { name: "Figure" },
                { name: "Value", number: true },
                { name: "Status" },
                { name: "Source, date and note" },
              ]}
            />
            <tbody>
              {[...Object.entries(aircraft.figures), ...Object.entries(aircraft.rangeModel)]
                .filter((entry): entry is [string, Figure] => isFigure(entry[1]))
                .map(([name, figure]) => (
                  <tr key={name}>
                    <th scope="row">{wordsOf(name)}</th>
                    <td className="number">
                      {figure.value === null
                        ? "not published"
                        : `${numberText(figure.value, decimals(figure.value))} ${figure.unit}`}
                    </td>
                    <td>{figure.status}</td>
                    <td>
                      {figure.source}, {figure.date}
                      {figure.note !== "" && <span className="second">{figure.note}</span>}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </>
      )}
      <h3>Data sets</h3>
      <table className="grid plain sources">
        <TableHead
          columns={[
            { name: "Data set" },
            { name: "Date" },
            { name: "Status" },
            { name: "Source and accuracy" },
          ]}
        />
        <tbody>
          {Object.entries(reference.provenance).map(([name, provenance]) => (
            <tr key={name}>
              <th scope="row">{wordsOf(name)}</th>
              <td>{provenance.date}</td>
              <td>{provenance.status}</td>
              <td>
                {provenance.source}
                <span className="second">{provenance.accuracy}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}

function isFigure(value: unknown): value is Figure {
  return typeof value === "object" && value !== null && "value" in value && "status" in value;
}

/** `maximumTakeOffMassKg` as words: the unit stands beside the value. */
function wordsOf(name: string): string {
  const words = name
    .replace(/(Kg|Kt|Fl|Km|Percent)$/, "")
    .replace(/([A-Z])/g, " $1")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function decimals(value: number): number {
  return Number.isInteger(value) ? 0 : 1;
}
