import { useQuery } from "@tanstack/react-query";
import { differencesOf } from "#domain/flight/differences.ts";
import { TableHead } from "#renderer/parts/table-head.tsx";
import { useOpenFlight, useSession } from "#renderer/state/session.ts";
import { Dialog } from "./dialog.tsx";

/** Two versions of one flight: what differs, and which of them to keep. The other one is lost from the flight. */
export function ConflictDialog({ close }: { close: () => void }) {
  const { api, flights, stateName } = useSession();
  const { committed } = useOpenFlight();
  const { id } = committed;
  const saved = useQuery({
    queryKey: ["saved-elsewhere", id],
    queryFn: () => api.flights.get({ id }),
    gcTime: 0,
  });
  const differences = saved.data === undefined ? [] : differencesOf(committed, saved.data.flight, stateName);
  const choose = (act: () => void) => () => {
    act();
    close();
  };
  return (
    <Dialog title="Changed elsewhere" close={close}>
      <p>
        This flight was saved in another window while you changed it here. Only one version can go on: what
        the other one says below is lost from the flight. Every saved revision stays in the database.
      </p>
      {saved.isError && (
        <p className="problem" role="alert">
          The saved version cannot be read: {saved.error.message}
        </p>
      )}
      {saved.isSuccess && differences.length === 0 && <p>Both versions say the same: nothing is lost.</p>}
      {differences.length > 0 && (
        <table className="grid plain">
          <TableHead columns={[{ name: "Differs in" }, { name: "Mine" }, { name: "Saved elsewhere" }]} />
          <tbody>
            {differences.map(({ what, one, other }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td>{one}</td>
                <td>{other}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <footer>
        {saved.isError && (
          <button type="button" className="button" onClick={choose(() => flights.retrySave())}>
            Try to save mine again
          </button>
        )}
        {saved.isSuccess && (
          <>
            <button type="button" className="button" onClick={choose(() => flights.open(saved.data))}>
              Take the saved one, lose mine
            </button>
            <button
              type="button"
              className="button"
              onClick={choose(() => flights.saveOver(saved.data.revision))}
            >
              Keep mine, lose the saved one
            </button>
          </>
        )}
      </footer>
    </Dialog>
  );
}
