import { useEffect } from "react";
import { COMMANDS, runCommand } from "#renderer/commands/registry.ts";
import { Icon } from "#renderer/parts/icon.tsx";
import { type Session, useFlights, useSession, useView } from "#renderer/state/session.ts";
import { AuthorizationsSection } from "./authorizations-section.tsx";
import { CrossingsSection } from "./crossings-section.tsx";
import { FindingsSection } from "./findings-section.tsx";
import { FlightHead } from "./flight-head.tsx";
import { PayloadSection } from "./payload-section.tsx";
import { RouteSection } from "./route-section.tsx";
import { CommandButton } from "./top-bar.tsx";

/** Everything about the open flight, at the right of the map. */
export function Inspector() {
  const session = useSession();
  const id = useFlights((state) => state.open?.committed.id ?? null);
  const shown = useView((view) => view.inspectorOpen);
  const toggle = COMMANDS.find((command) => command.id === "toggle-inspector");
  useEffect(() => followSelection(session), [session]);
  if (!shown) {
    return (
      <aside className="rail right" aria-label="Flight">
        <button
          type="button"
          className="tool"
          aria-label="Show inspector"
          title="Show inspector  Alt 3"
          onClick={() => toggle !== undefined && runCommand(session, toggle)}
        >
          <Icon name="left" />
        </button>
        <span aria-hidden="true">Flight</span>
      </aside>
    );
  }
  if (id === null) {
    return (
      <aside className="inspector" aria-label="Flight">
        <div className="first-start">
          <h2>No flight is open</h2>
          <p>
            Choose one in the list, look at the example from Ankara by Aktau to Astana, or start your own:
            type its route or click it on the map.
          </p>
          <CommandButton id="open-example" filled bare />
          <CommandButton id="new-flight" />
        </div>
      </aside>
    );
  }
  return (
    // Fields hold drafts: another flight starts with fresh ones.
    <aside className="inspector" aria-label="Flight" key={id}>
      <FlightHead />
      <RouteSection />
      <CrossingsSection />
      <PayloadSection />
      <AuthorizationsSection />
      <FindingsSection />
    </aside>
  );
}

/** What is chosen on the map or in the profile is seen in its table. */
function followSelection({ view }: Session): () => void {
  return view.subscribe((now, before) => {
    if (now.selection === before.selection) return;
    // The row has to be marked first.
    requestAnimationFrame(() =>
      document
        .querySelector('.inspector :is([aria-selected="true"], [aria-current="true"])')
        ?.scrollIntoView({ block: "nearest" }),
    );
  });
}
