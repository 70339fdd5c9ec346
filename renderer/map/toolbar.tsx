import { useState } from "react";
import { COMMANDS, runCommand } from "#renderer/commands/registry.ts";
import { Icon, type IconName } from "#renderer/parts/icon.tsx";
import { useFlights, useSession, useView } from "#renderer/state/session.ts";
import type { Layers } from "#renderer/state/view-store.ts";

const TOOLS: { id: string; icon: IconName }[] = [
  { id: "select-mode", icon: "pointer" },
  { id: "draw-route", icon: "route" },
  { id: "fit", icon: "fit" },
];

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
  const mode = useView((view) => view.mode);
  const layers = useView((view) => view.layers);
  useFlights((state) => state.open?.committed.waypoints.length ?? 0);
  const [choosing, setChoosing] = useState(false);
  const zoom = (by: number) =>
    session.view.setState(({ zoomBy }) => ({ zoomBy: { count: zoomBy.count + 1, by } }));
  return (
    <div className="toolbar" role="toolbar" aria-label="Map tools">
      {TOOLS.map(({ id, icon }) => {
        const command = COMMANDS.find((each) => each.id === id);
        if (command === undefined) return null;
        const refusal = command.refusal(session);
        const pressed =
          (id === "select-mode" && mode === "select") || (id === "draw-route" && mode === "draw");
        return (
          <button
            key={id}
            type="button"
            className="tool"
            aria-label={command.title(session)}
            aria-pressed={id === "fit" ? undefined : pressed}
            title={refusal ?? `${command.title(session)} ${command.keys[0] ?? ""}`}
            disabled={refusal !== null}
            onClick={() => runCommand(session, command)}
          >
            <Icon name={icon} />
          </button>
        );
      })}
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
      <button type="button" className="tool" aria-label="Zoom in" title="Zoom in" onClick={() => zoom(1)}>
        <Icon name="plus" />
      </button>
      <button type="button" className="tool" aria-label="Zoom out" title="Zoom out" onClick={() => zoom(-1)}>
        <Icon name="minus" />
      </button>
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
