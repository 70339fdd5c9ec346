import { airspaceIndexOf, firAt } from "#domain/airspace/airspace-index.ts";
import { coordinateText } from "#domain/route/coordinate.ts";
import { numberText } from "#domain/text.ts";
import { clockText } from "#domain/zulu.ts";
import { discardDeleted, restoreFlight } from "#renderer/commands/flight-commands.ts";
import { runCommand } from "#renderer/commands/registry.ts";
import { useHostInfo } from "#renderer/state/queries.ts";
import { useFlights, useSession, useView } from "#renderer/state/session.ts";
import type { SaveState } from "#renderer/state/write-queue.ts";

/** Where the pointer is, and whether what is on the screen is saved. */
export function StatusBar() {
  const session = useSession();
  const cursor = useView((view) => view.cursor);
  const scale = useView((view) => view.scale);
  const problem = useView((view) => view.problem);
  const removed = useView((view) => view.removed);
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
          <Sentence text={problem} />
          <button type="button" className="link" onClick={() => session.view.setState({ problem: null })}>
            Dismiss
          </button>
        </span>
      )}
      {removed !== null && (
        <span role="status" data-removed={removed.id}>
          Deleted <b className="mono">{removed.callSign === "" ? "a flight" : removed.callSign}</b>{" "}
          <button
            type="button"
            className="link"
            data-command="restore-flight"
            onClick={() => runCommand(session, restoreFlight)}
          >
            Restore
          </button>
        </span>
      )}
      {info.data?.readOnlyReason != null && (
        <span className="problem">
          <Sentence text={info.data.readOnlyReason} />
        </span>
      )}
      {info.data !== undefined && <span className="quiet">Offline, {info.data.mode}</span>}
      {save !== null && <SaveNote save={save} />}
    </footer>
  );
}

function SaveNote({ save }: { save: SaveState }) {
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
      return <NotSaved save={save} />;
  }
}

/** What can be done depends on what became of the stored flight. */
function NotSaved({ save }: { save: SaveState & { kind: "failed" } }) {
  const session = useSession();
  const { flights, view } = session;
  const say = (error: Error) => view.setState({ problem: error.message });
  // It may have been deleted since: the next try says so, and the bar offers what then can be done.
  const again = () => flights.retrySave();
  const choices: { word: string; act: () => void }[] = {
    other: [{ word: "Try again", act: again }],
    // Each choice loses something: the dialog says what.
    "changed-elsewhere": [
      { word: "Choose a version", act: () => view.setState({ dialog: { kind: "conflict" } }) },
    ],
    "in-trash": [
      {
        word: "Restore",
        act: () => void flights.restoreAndSave().then(() => view.setState({ problem: null }), say),
      },
      { word: "Discard my version", act: () => discardDeleted(session) },
    ],
  }[save.why];
  return (
    <span className="problem" role="alert" data-save="failed">
      <Sentence text={`Not saved: ${save.why === "in-trash" ? "the flight was deleted." : save.sentence}`} />
      {choices.map(({ word, act }) => (
        <button key={word} type="button" className="link" onClick={act}>
          {word}
        </button>
      ))}
    </span>
  );
}

/** Shortened where the bar is full, never at the cost of the commands beside it. */
function Sentence({ text }: { text: string }) {
  return (
    <span className="sentence" title={text}>
      {text}
    </span>
  );
}
