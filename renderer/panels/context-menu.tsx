import { useEffect, useLayoutEffect, useRef } from "react";
import { insertWaypoint } from "#domain/route/edit.ts";
import { placeAt } from "#domain/route/place.ts";
import { COMMANDS, runCommand } from "#renderer/commands/registry.ts";
import { cheapestIndex, edit, waypointAt } from "#renderer/commands/route-commands.ts";
import { useFlights, useSession, useView } from "#renderer/state/session.ts";
import type { ContextMenu as Menu } from "#renderer/state/view-store.ts";

/** What can be done with a waypoint, or where the map was clicked with the right button. */
export function ContextMenu() {
  const menu = useView((view) => view.menu);
  const hasFlight = useFlights((state) => state.open !== null);
  return menu === null || !hasFlight ? null : <OpenMenu key={`${menu.x} ${menu.y}`} menu={menu} />;
}

function OpenMenu({ menu }: { menu: Menu }) {
  const session = useSession();
  const box = useRef<HTMLDivElement>(null);
  const before = useRef<Element | null>(null);
  const close = () => session.view.setState({ menu: null });
  const giveFocusBack = () => {
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    // Beside its place where there is room, else as near as the window lets it.
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(0, Math.min(menu.x, window.innerWidth - width - 4))}px`;
    element.style.top = `${Math.max(0, Math.min(menu.y, window.innerHeight - height - 4))}px`;
  }, [menu]);
  useEffect(() => {
    before.current = document.activeElement;
    box.current?.querySelector<HTMLElement>("button:not(:disabled)")?.focus();
  }, []);
  const insert = () => {
    const place = placeAt(menu.at);
    const waypoint = waypointAt(place);
    edit(session, `Insert ${place.ident}`, (flight) =>
      insertWaypoint(
        flight,
        menu.leg === null ? cheapestIndex(flight.waypoints, place) : menu.leg + 1,
        waypoint,
      ),
    );
    session.view.setState({ selection: { kind: "waypoint", id: waypoint.id } });
  };
  const append = () => {
    const place = placeAt(menu.at);
    edit(session, `Add ${place.ident}`, (flight) =>
      insertWaypoint(flight, flight.waypoints.length, waypointAt(place)),
    );
  };
  const commands = COMMANDS.filter(({ id }) =>
    (menu.waypointId === null
      ? ["reverse-route", "fit"]
      : ["make-stop", "delete-waypoint", "reverse-route"]
    ).includes(id),
  );
  const items = [
    ...(menu.waypointId === null
      ? [
          { key: "insert", title: "Insert a waypoint here", refusal: null, run: insert },
          { key: "append", title: "Continue the route to here", refusal: null, run: append },
        ]
      : []),
    ...commands.map((command) => ({
      key: command.id,
      title: command.title(session),
      refusal: command.refusal(session),
      run: () => runCommand(session, command),
    })),
  ];
  return (
    <div
      className="context-menu"
      role="menu"
      tabIndex={-1}
      aria-label={menu.waypointId === null ? "Map menu" : "Waypoint menu"}
      ref={box}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (!currentTarget.contains(relatedTarget)) close();
      }}
      onKeyDown={(event) => {
        const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("button:not(:disabled)")];
        const index = buttons.indexOf(document.activeElement as HTMLElement);
        if (event.key === "Escape" || event.key === "Tab") {
          giveFocusBack();
          close();
        } else if (event.key === "ArrowDown") buttons[(index + 1) % buttons.length]?.focus();
        else if (event.key === "ArrowUp") buttons.at(index - 1)?.focus();
        else if (event.key === "Home") buttons[0]?.focus();
        else if (event.key === "End") buttons.at(-1)?.focus();
        else return;
        event.preventDefault();
      }}
    >
      {items.map(({ key, title, refusal, run }) => (
        <button
          key={key}
          type="button"
          role="menuitem"
          disabled={refusal !== null}
          title={refusal ?? undefined}
          onClick={() => {
            giveFocusBack();
            close();
            run();
          }}
        >
          {title}
          {refusal !== null && <span className="second">{refusal}</span>}
        </button>
      ))}
    </div>
  );
}
