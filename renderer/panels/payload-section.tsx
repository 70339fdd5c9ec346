import { useState } from "react";
import type { Aircraft } from "#domain/aircraft/aircraft.ts";
import type { Payload } from "#domain/flight/assessment.ts";
import { type Load, loadMassKg } from "#domain/load/load.ts";
import { numberText, tonnesText } from "#domain/text.ts";
import { Section } from "#renderer/parts/section.tsx";
import { useOpenFlight, useSession } from "#renderer/state/session.ts";
import { LoadFields } from "./load-fields.tsx";
import { LIMIT_WORDS, SectorTable } from "./sector-table.tsx";

/** What the flight carries, against what its sectors allow; how that is computed opens below. */
export function PayloadSection() {
  const session = useSession();
  const { flight, assessment } = useOpenFlight();
  const { payload, sectors } = assessment;
  const [editing, setEditing] = useState(flight.load.kind === "none");
  const aircraft = session.reference.aircraft.find(({ id }) => id === flight.aircraftId) ?? null;
  const sum = (
    <>
      {sumOf(flight.load)}{" "}
      <button type="button" className="link" aria-expanded={editing} onClick={() => setEditing(!editing)}>
        {editing ? "Close load" : "Edit load"}
      </button>
    </>
  );
  return (
    <Section title="Payload" sum={sum}>
      {editing && <LoadFields flight={flight} aircraft={aircraft} />}
      {payload === null ? (
        <p className="notice">The payload is unknown: see the findings.</p>
      ) : sectors.length === 0 ? (
        <p className="notice">What the flight can carry stands here once the route has two points.</p>
      ) : (
        <>
          <PayloadBar payload={payload} aircraft={aircraft} />
          <div className="payload-words">
            <span>
              <b className="mono">{tonnesText(payload.requestedKg)}</b> of {tonnesText(payload.maximumKg)},
              margin{" "}
              <b className={payload.marginKg < 0 ? "mono over" : "mono"} data-margin-kg={payload.marginKg}>
                {tonnesText(payload.marginKg)}
              </b>
            </span>
            <span>
              <b>{LIMIT_WORDS[payload.limit].name}</b> {LIMIT_WORDS[payload.limit].binds}
            </span>
          </div>
          <details className="derivation">
            <summary>Planning estimate ±{tonnesText(payload.errorKg)}: fuel, masses and how</summary>
            <SectorTable sectors={sectors} aircraft={aircraft} />
            <p className="second">
              Up to {payload.maximumParatroopers} paratroopers by seats and mass. {payload.errorSentence}{" "}
              <button
                type="button"
                className="link"
                onClick={() => session.view.setState({ dialog: { kind: "sources" } })}
              >
                Where the figures come from
              </button>
            </p>
          </details>
        </>
      )}
    </Section>
  );
}

function sumOf(load: Load): string {
  switch (load.kind) {
    case "none":
      return "no load";
    case "paratroopers":
      return `${load.count} paratroopers, ${numberText(loadMassKg(load))} kg`;
    case "cargo":
      return `cargo ${numberText(load.massKg)} kg`;
  }
}

/** The load on a scale up to the aircraft's cap; the limit of this flight is the mark across it. */
function PayloadBar({ payload, aircraft }: { payload: Payload; aircraft: Aircraft | null }) {
  const capKg = aircraft?.figures.maximumPayloadKg.value ?? payload.maximumKg;
  const endKg = Math.max(capKg, payload.requestedKg, payload.maximumKg, 1);
  const share = (massKg: number) => `${(Math.min(massKg / endKg, 1) * 100).toFixed(2)}%`;
  const ticks = [0, 10, 20, 30].filter((tonnes) => tonnes * 1_000 < endKg * 0.93);
  return (
    <div
      className="payload-bar"
      role="img"
      aria-label={`Load ${tonnesText(payload.requestedKg)}, limit ${tonnesText(payload.maximumKg)}, margin ${tonnesText(payload.marginKg)}`}
    >
      <div className="trough">
        <div
          className={payload.marginKg < 0 ? "load over" : "load"}
          style={{ width: share(payload.requestedKg) }}
        />
        <div className="limit" style={{ left: share(payload.maximumKg) }} />
      </div>
      <div className="ticks">
        {ticks.map((tonnes) => (
          <span key={tonnes} style={{ left: share(tonnes * 1_000) }}>
            {tonnes}
          </span>
        ))}
        <span className="end">{tonnesText(endKg)}</span>
      </div>
    </div>
  );
}
