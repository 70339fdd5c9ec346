import { useId, useState } from "react";
import { findPlaces, type Place } from "#domain/route/place.ts";
import { addPlace } from "#renderer/commands/route-commands.ts";
import { useSession } from "#renderer/state/session.ts";
import { useTowns } from "#renderer/state/towns.ts";

const KINDS = { aerodrome: "Aerodrome", navaid: "Navaid", position: "Position" } as const;

/** Finds aerodromes, navaids and coordinates, and adds the chosen one to the route. */
export function PlaceSearch() {
  const session = useSession();
  const id = useId();
  const towns = useTowns();
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(0);
  const places = query.trim().length < 2 ? [] : findPlaces(query, session.reference, towns, 8);
  const open = query.trim().length >= 2;
  const take = (place: Place | undefined, where: "end" | "between") => {
    if (place === undefined) return;
    addPlace(session, place, where);
    setQuery("");
    setActive(0);
  };
  return (
    <div className="field place-search">
      <label htmlFor={id} className="unseen">
        Add an aerodrome, navaid or position
      </label>
      <span className="box">
        <input
          id={id}
          type="text"
          role="combobox"
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={places[active] === undefined ? undefined : `${id}-${active}`}
          autoComplete="off"
          spellCheck={false}
          placeholder="Add aerodrome, navaid, city"
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setActive(0);
          }}
          onBlur={() => setQuery("")}
          onKeyDown={(event) => {
            if (event.key === "ArrowDown") setActive(Math.min(active + 1, places.length - 1));
            else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
            else if (event.key === "Enter") take(places[active], event.shiftKey ? "between" : "end");
            else if (event.key === "Escape") setQuery("");
            else return;
            event.preventDefault();
          }}
        />
      </span>
      {open && (
        <div className="options">
          <div id={`${id}-list`} role="listbox" aria-label="Places found">
            {places.map((place, index) => (
              // The box keeps the focus; keys are handled there, as a combobox does it.
              <div
                key={`${place.kind} ${place.ident} ${place.position.lat}`}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                onMouseDown={(event) => {
                  event.preventDefault();
                  take(place, event.shiftKey ? "between" : "end");
                }}
              >
                <b className="mono">{place.ident}</b> {place.name}
                <span className="kind">{KINDS[place.kind]}</span>
              </div>
            ))}
          </div>
          <p className="hint">
            {places.length === 0
              ? `No place is called “${query.trim()}”.`
              : "Enter adds at the end, Shift Enter where it fits best."}
          </p>
        </div>
      )}
    </div>
  );
}
