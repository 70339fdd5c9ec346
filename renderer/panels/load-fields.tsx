import type { Aircraft } from "#domain/aircraft/aircraft.ts";
import type { Flight } from "#domain/flight/flight.ts";
import { type Load, loadMassKg } from "#domain/load/load.ts";
import { numberText } from "#domain/text.ts";
import { edit } from "#renderer/commands/route-commands.ts";
import { Choice, Field } from "#renderer/fields/field.tsx";
import { readNumber } from "#renderer/fields/readings.ts";
import { useSession } from "#renderer/state/session.ts";

/** What is carried, and with which reserves the payload is computed. */
export function LoadFields({ flight, aircraft }: { flight: Flight; aircraft: Aircraft | null }) {
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
