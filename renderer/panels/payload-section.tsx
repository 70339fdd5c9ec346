import type { Aircraft } from "#domain/aircraft/aircraft.ts";
import type { Payload, PayloadLimit, Sector } from "#domain/flight/assessment.ts";
import type { Flight } from "#domain/flight/flight.ts";
import { type Load, loadMassKg } from "#domain/load/load.ts";
import { numberText, tonnesText } from "#domain/text.ts";
import { edit } from "#renderer/commands/route-commands.ts";
import { Choice, Field } from "#renderer/fields/field.tsx";
import { readNumber } from "#renderer/fields/readings.ts";
import { Section } from "#renderer/parts/section.tsx";
import { useOpenFlight, useSession } from "#renderer/state/session.ts";

const LIMIT_WORDS: Record<PayloadLimit, { name: string; binds: string }> = {
  "payload cap": { name: "Payload cap", binds: "binds" },
  "take-off mass": { name: "Take-off mass", binds: "binds" },
  "landing mass": { name: "Landing mass", binds: "binds" },
  "fuel tanks": { name: "Fuel tanks", binds: "bind" },
  seats: { name: "Seats", binds: "bind" },
  range: { name: "Range", binds: "binds" },
};

/** What the flight carries, against what its sectors allow. */
export function PayloadSection() {
  const session = useSession();
  const { flight, assessment } = useOpenFlight();
  const { payload, sectors } = assessment;
  const aircraft = session.reference.aircraft.find(({ id }) => id === flight.aircraftId) ?? null;
  return (
    <Section title="Payload" sum={sumOf(flight.load)}>
      <LoadFields flight={flight} aircraft={aircraft} />
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
          <SectorTable sectors={sectors} aircraft={aircraft} />
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

function LoadFields({ flight, aircraft }: { flight: Flight; aircraft: Aircraft | null }) {
  const session = useSession();
  const { load } = flight;
  const set = (label: string, next: Load) => edit(session, label, (before) => ({ ...before, load: next }));
  const change = (kind: Load["kind"]) => {
    if (kind === "none") set("No load", { kind });
    if (kind === "cargo") set("Cargo", { kind, massKg: loadMassKg(load) });
    // The aircraft says what a paratrooper weighs; without that figure the usual one stands to be changed.
    if (kind === "paratroopers") {
      set("Paratroopers", { kind, count: 0, massEachKg: aircraft?.figures.paratrooperMassKg.value ?? 140 });
    }
  };
  return (
    <div className="fields load-fields">
      <Choice<Load["kind"]>
        label="Load"
        value={load.kind}
        options={[
          { value: "none", label: "None" },
          { value: "paratroopers", label: "Paratroopers" },
          { value: "cargo", label: "Kilograms" },
        ]}
        commit={change}
      />
      {load.kind === "paratroopers" && (
        <>
          <Field
            label="Count"
            text={String(load.count)}
            read={(text) => readNumber(text, { least: 0, most: 2_000, unit: "paratroopers", whole: true })}
            commit={(count) => set("Load", { ...load, count })}
          />
          <Field
            label="Each"
            unit="kg"
            text={String(load.massEachKg)}
            read={(text) => readNumber(text, { least: 40, most: 300, unit: "kg" })}
            commit={(massEachKg) => set("Load", { ...load, massEachKg })}
          />
        </>
      )}
      {load.kind === "cargo" && (
        <Field
          label="Mass"
          unit="kg"
          text={numberText(load.massKg)}
          read={(text) => readNumber(text, { least: 0, most: 500_000, unit: "kg" })}
          commit={(massKg) => set("Load", { kind: "cargo", massKg })}
        />
      )}
      <Choice<Flight["payloadMode"]>
        label="Reserves"
        value={flight.payloadMode}
        options={[
          { value: "planning", label: "Planning" },
          { value: "published", label: "Published" },
        ]}
        commit={(payloadMode) => edit(session, "Payload mode", (before) => ({ ...before, payloadMode }))}
      />
    </div>
  );
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

function SectorTable({ sectors, aircraft }: { sectors: readonly Sector[]; aircraft: Aircraft | null }) {
  const mass = (massKg: number | null | undefined) => (massKg == null ? "–" : numberText(massKg / 1_000, 1));
  const mtow = aircraft?.figures.maximumTakeOffMassKg.value ?? null;
  const mlw = aircraft?.figures.maximumLandingMassKg.value ?? null;
  return (
    <table className="grid plain sectors">
      <thead>
        <tr>
          <th scope="col">Sector</th>
          <th scope="col" className="number">
            Max t
          </th>
          <th scope="col">Limit</th>
          <th scope="col" className="number" title="Trip fuel with the load asked for">
            Trip fuel
          </th>
          <th scope="col" className="number" title={mtow === null ? undefined : `Limit ${tonnesText(mtow)}`}>
            Take-off
          </th>
          <th scope="col" className="number" title={mlw === null ? undefined : `Limit ${tonnesText(mlw)}`}>
            Landing
          </th>
        </tr>
      </thead>
      <tbody>
        {sectors.map(({ index, from, to, payload }) => (
          <tr key={index}>
            <th scope="row" className="mono">
              {from} {to}
            </th>
            <td className="number">{mass(payload?.maximumKg)}</td>
            <td>{payload === null ? "unknown" : LIMIT_WORDS[payload.limit].name}</td>
            <td className="number">{mass(payload?.tripFuelKg)}</td>
            <td className="number">{mass(payload?.takeOffMassKg)}</td>
            <td className="number">{mass(payload?.landingMassKg)}</td>
          </tr>
        ))}
      </tbody>
      {mtow !== null && mlw !== null && (
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              Limit
            </th>
            <td className="number">{mass(mtow)}</td>
            <td className="number">{mass(mlw)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
