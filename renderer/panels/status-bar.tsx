import { airspaceIndexOf, firAt } from "#domain/airspace/airspace-index.ts";
import { coordinateText } from "#domain/route/coordinate.ts";
import { numberText } from "#domain/text.ts";
import { clockText } from "#domain/zulu.ts";
import { useHostInfo } from "#renderer/state/queries.ts";
import { useFlights, useSession, useView } from "#renderer/state/session.ts";
import type { SaveState } from "#renderer/state/write-queue.ts";

/** Where the pointer is, and whether what is on the screen is saved. */
export function StatusBar() {
  const session = useSession();
  const cursor = useView((view) => view.cursor);
  const scale = useView((view) => view.scale);
  const problem = useView((view) => view.problem);
  const save = useFlights((state) => state.open?.save ?? null);
  const info = useHostInfo();
  const fir = cursor === null ? null : firAt(airspaceIndexOf(session.reference.airspaces), cursor);
  return (
    <footer className="status-bar">
      <span>
        Cursor <b className="mono">{cursor === null ? "off the map" : coordinateText(cursor)}</b>
      </span>
      <span>
        FIR <b className="mono">{cursor === null ? "–" : (fir?.ident ?? "none in the data")}</b>
      </span>
      <span>
        Scale <b className="mono">{scale === 0 ? "–" : `1:${numberText(Number(scale.toPrecision(2)))}`}</b>
      </span>
      <span className="fill" />
      {problem !== null && (
        <span className="problem" role="alert">
          {problem}{" "}
          <button type="button" className="link" onClick={() => session.view.setState({ problem: null })}>
            Dismiss
          </button>
        </span>
      )}
      {info.data?.readOnlyReason != null && <span className="problem">{info.data.readOnlyReason}</span>}
      {info.data !== undefined && <span className="quiet">Offline, {info.data.mode}</span>}
      {save !== null && <SaveNote save={save} />}
    </footer>
  );
}

function SaveNote({ save }: { save: SaveState }) {
  const { flights, api } = useSession();
  switch (save.kind) {
    case "saved":
      return (
        <span role="status" data-save="saved">
          Saved <b className="mono">{clockText(save.at)}</b>
        </span>
      );
    case "saving":
      return (
        <span role="status" data-save="saving">
          Saving
        </span>
      );
    case "failed":
      return (
        <span className="problem" role="alert" data-save="failed">
          Not saved: {save.sentence}{" "}
          {save.changedElsewhere ? (
            <>
              <button
                type="button"
                className="link"
                onClick={() => void flights.saveOver().catch(() => undefined)}
              >
                Keep mine
              </button>{" "}
              <button
                type="button"
                className="link"
                onClick={() => {
                  const id = flights.store.getState().open?.committed.id;
                  if (id !== undefined) void api.flights.get({ id }).then(flights.open, () => undefined);
                }}
              >
                Take the saved one
              </button>
            </>
          ) : (
            <button type="button" className="link" onClick={() => flights.retrySave()}>
              Try again
            </button>
          )}
        </span>
      );
  }
}
