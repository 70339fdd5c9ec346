import { tonnesText } from "#domain/text.ts";
import { Status } from "#renderer/parts/status.tsx";
import { useOpenFlight, useSession } from "#renderer/state/session.ts";
import { selectAndShow } from "#renderer/state/view-store.ts";
import { findingsText } from "./findings-section.tsx";

/** What stops the flight, however long its tables are: each State, the findings, the margin. Each leads to its place. */
export function Verdict() {
  const session = useSession();
  const { assessment } = useOpenFlight();
  const { requirements, findings, payload, sectors } = assessment;
  return (
    <section className="verdict" aria-label="What stops the flight">
      {requirements.length > 0 && (
        <div className="verdict-states">
          {requirements.map(({ state, standing, reason }) => (
            <button
              key={state}
              type="button"
              data-verdict={state}
              title={`${session.stateName(state)}: ${reason === "" ? "cleared." : reason}`}
              onClick={() => {
                selectAndShow(session.view, { kind: "state", state });
                reach(`[data-state="${state}"] .state-row`);
              }}
            >
              <Status standing={standing} code={state} />
            </button>
          ))}
        </div>
      )}
      <div className="line">
        <button
          type="button"
          disabled={findings.length === 0}
          data-verdict="findings"
          onClick={() => reach("[data-row-finding]")}
        >
          {findings.length === 0 ? "No findings" : findingsText(findings)}
        </button>
        {payload !== null && sectors.length > 0 && (
          <button
            type="button"
            data-verdict="payload"
            onClick={() => reach('section[aria-label="Payload"] button')}
          >
            Margin{" "}
            <b className={payload.marginKg < 0 ? "mono over" : "mono"}>{tonnesText(payload.marginKg)}</b>
          </button>
        )}
      </div>
    </section>
  );
}

/** Brings a part of the inspector into view and gives it the focus, once what was chosen has been drawn. */
function reach(selector: string): void {
  requestAnimationFrame(() => {
    const part = document.querySelector<HTMLElement>(`.inspector ${selector}`);
    part?.scrollIntoView({ block: "center" });
    part?.focus({ preventScroll: true });
  });
}
