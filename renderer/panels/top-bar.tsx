import { clockText, dateText } from "#domain/zulu.ts";
import { keysText } from "#renderer/commands/command.ts";
import { COMMANDS, runCommand } from "#renderer/commands/registry.ts";
import { Brand } from "#renderer/parts/icon.tsx";
import { useFlights, useSession, useView } from "#renderer/state/session.ts";

/** Name, area, commands and the clock in UTC. */
export function TopBar() {
  const now = useFlights((state) => state.now);
  return (
    <header className="top-bar">
      <h1 className="name">
        <Brand />
        Daliz
      </h1>
      <nav aria-label="Areas">
        <span className="area" aria-current="page">
          Planner
        </span>
      </nav>
      <span className="fill" />
      <CommandButton id="undo" />
      <CommandButton id="redo" />
      <CommandButton id="export-packet" filled />
      <CommandButton id="theme" bare />
      <CommandButton id="shortcuts" bare />
      <time className="clock" dateTime={now}>
        {dateText(now)} {clockText(now)}
      </time>
    </header>
  );
}

/** A button of the list of commands: disabled, it says why. */
export function CommandButton({
  id,
  filled = false,
  bare = false,
}: {
  id: string;
  filled?: boolean;
  bare?: boolean;
}) {
  const session = useSession();
  // Titles and refusals read the stores: drawn again whenever those change.
  useFlights((state) => state.open);
  useView((view) => view.selection);
  useView((view) => view.theme);
  const command = COMMANDS.find((each) => each.id === id);
  if (command === undefined) return null;
  const refusal = command.refusal(session);
  const title = command.title(session);
  const keys = keysText(command.keys[0]);
  return (
    <button
      type="button"
      className={`button${filled ? " filled" : ""}`}
      data-command={id}
      disabled={refusal !== null}
      title={refusal ?? [title, keys].filter(Boolean).join("  ")}
      onClick={() => runCommand(session, command)}
    >
      <span className="words">{refusal?.includes(":") === true ? refusal : title}</span>
      {!bare && keys !== "" && <kbd>{keys}</kbd>}
    </button>
  );
}
