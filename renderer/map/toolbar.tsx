import { useState } from "react";
import { COMMANDS, runCommand } from "#renderer/commands/registry.ts";
import { Icon, type IconName } from "#renderer/parts/icon.tsx";
import { useFlights, useSession, useView } from "#renderer/state/session.ts";
import type { Layers, ViewState } from "#renderer/state/view-store.ts";

const MODES: Tool[] = [
  { id: "select-mode", icon: "pointer", mode: "select" },
  { id: "draw-route", icon: "route", mode: "draw" },
];
const VIEWS: Tool[] = [
  { id: "fit", icon: "fit" },
  { id: "zoom-selection", icon: "target" },
];
const ZOOM: Tool[] = [
  { id: "zoom-in", icon: "plus" },
  { id: "zoom-out", icon: "minus" },
];

/** `mode`: the tool stays pressed while the map is in it. */
type Tool = { id: string; icon: IconName; mode?: ViewState["mode"] };

const LAYER_NAMES: Record<keyof Layers, string> = {
  firs: "FIR limits and names",
  corridor: "Corridor",
  cities: "Cities",
  grid: "Grid",
  navaids: "Aerodromes and navaids",
};

/** Tools of the map; the list of layers opens below its button. */
export function Toolbar() {
  const session = useSession();
  const layers = useView((view) => view.layers);
  const [choosing, setChoosing] = useState(false);
  return (
    <div className="toolbar" role="toolbar" aria-label="Map tools">
      <Tools tools={MODES} />
      <Tools tools={VIEWS} />
      <button
        type="button"
        className="tool"
        aria-label="Layers"
        aria-expanded={choosing}
        title="Layers"
        onClick={() => setChoosing(!choosing)}
      >
        <Icon name="layers" />
      </button>
      <Tools tools={ZOOM} />
      {choosing && (
        <fieldset className="layer-list">
          <legend>Layers</legend>
          {(Object.keys(LAYER_NAMES) as (keyof Layers)[]).map((name) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={layers[name]}
                onChange={({ target }) =>
                  session.view.setState({ layers: { ...layers, [name]: target.checked } })
                }
              />
              {LAYER_NAMES[name]}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function Tools({ tools }: { tools: Tool[] }) {
  const session = useSession();
  const mode = useView((view) => view.mode);
  // What can be done changes with the selection and the route.
  useView((view) => view.selection);
  useFlights((state) => state.open?.committed.waypoints.length ?? 0);
  return tools.map((tool) => {
    const command = COMMANDS.find(({ id }) => id === tool.id);
    if (command === undefined) return null;
    const title = command.title(session);
    const refusal = command.refusal(session);
    return (
      <button
        key={tool.id}
        type="button"
        className="tool"
        data-command={tool.id}
        aria-label={title}
        aria-pressed={tool.mode === undefined ? undefined : tool.mode === mode}
        title={refusal === null ? `${title} ${command.keys[0] ?? ""}` : `${title}: ${refusal}`}
        disabled={refusal !== null}
        onClick={() => runCommand(session, command)}
      >
        <Icon name={tool.icon} />
      </button>
    );
  });
}
