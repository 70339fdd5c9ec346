import { useState } from "react";
import type { Flight } from "#domain/flight/flight.ts";
import { levelText } from "#domain/text.ts";
import { clockText, dateText } from "#domain/zulu.ts";
import { edit } from "#renderer/commands/route-commands.ts";
import { Choice, Field } from "#renderer/fields/field.tsx";
import { readClock, readDate, readLevel, readNumber, readSign } from "#renderer/fields/readings.ts";
import { Status } from "#renderer/parts/status.tsx";
import { useOpenFlight, useSession } from "#renderer/state/session.ts";
import { CommandButton } from "./top-bar.tsx";
import { Verdict } from "./verdict.tsx";

/** Call sign, status and verdict, which stay in view; the facts of the flight open below. */
export function FlightHead() {
  const session = useSession();
  const { flight, assessment } = useOpenFlight();
  const [more, setMore] = useState(flight.callSign === "");
  const cleared = assessment.requirements.filter(({ standing }) => standing === "cleared").length;
  const states = assessment.requirements.length;
  const aircraft = session.reference.aircraft.find(({ id }) => id === flight.aircraftId);
  const set = (label: string, change: Partial<Flight>) =>
    edit(session, label, (before) => ({ ...before, ...change }));
  const operators = [...session.reference.states].sort((one, other) => one.name.localeCompare(other.name));
  return (
    <>
      <div className="flight-head">
        <div className="line">
          <h2 className="mono">{flight.callSign === "" ? "No call sign" : flight.callSign}</h2>
          {states > 0 && (
            <Status
              standing={assessment.status}
              detail={`, ${cleared} of ${states} ${states === 1 ? "State" : "States"} cleared`}
            />
          )}
        </div>
        <div className="line second">
          <span>
            {dateText(flight.offBlockAt)}, off block{" "}
            <span className="mono">{clockText(flight.offBlockAt)}</span>
          </span>
          <button type="button" className="link" aria-expanded={more} onClick={() => setMore(!more)}>
            {more ? "Close details" : `${aircraft?.icaoDesignator ?? "Unknown aircraft"}, edit`}
          </button>
        </div>
        <Verdict />
      </div>
      {more && (
        <div className="fields flight-fields">
          <Field
            label="Call sign"
            text={flight.callSign}
            read={readSign}
            commit={(callSign) => set("Call sign", { callSign })}
          />
          <Field
            label="Off block, date"
            text={dateText(flight.offBlockAt).slice(4)}
            read={(text) => readDate(text, flight.offBlockAt)}
            commit={(offBlockAt) => set("Date", { offBlockAt })}
          />
          <Field
            label="Off block, UTC"
            text={clockText(flight.offBlockAt)}
            read={(text) => readClock(text, flight.offBlockAt)}
            commit={(offBlockAt) => set("Off block", { offBlockAt })}
          />
          <Field
            label="Registration"
            text={flight.registration}
            read={readSign}
            commit={(registration) => set("Registration", { registration })}
          />
          <Choice
            label="Operator"
            value={flight.operatorState}
            options={[
              { value: "", label: "Unknown" },
              ...operators.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
            ]}
            commit={(operatorState) => set("Operator", { operatorState })}
          />
          <Choice
            label="Aircraft"
            value={flight.aircraftId}
            options={[
              ...session.reference.aircraft.map(({ id, name }) => ({ value: id, label: name })),
              ...(aircraft === undefined
                ? [{ value: flight.aircraftId, label: `${flight.aircraftId}, not in the data` }]
                : []),
            ]}
            commit={(aircraftId) => set("Aircraft", { aircraftId })}
          />
          <Field
            label="Level"
            text={levelText(flight.cruise.levelFl)}
            read={readLevel}
            commit={(levelFl) => set("Level", { cruise: { ...flight.cruise, levelFl } })}
          />
          <Field
            label="True airspeed"
            unit="kt"
            text={String(flight.cruise.tasKt)}
            read={(text) => readNumber(text, { least: 60, most: 700, unit: "kt" })}
            commit={(tasKt) => set("Speed", { cruise: { ...flight.cruise, tasKt } })}
          />
          <Field
            label="Head wind"
            unit="kt"
            text={String(flight.cruise.headwindKt).replace("-", "−")}
            read={(text) => readNumber(text, { least: -250, most: 250, unit: "kt" })}
            commit={(headwindKt) => set("Wind", { cruise: { ...flight.cruise, headwindKt } })}
          />
          <Field
            label="Taxi"
            unit="min"
            text={String(flight.taxiMinutes)}
            read={(text) => readNumber(text, { least: 0, most: 120, unit: "min" })}
            commit={(taxiMinutes) => set("Taxi time", { taxiMinutes })}
          />
          <Field
            label="Corridor each side"
            unit="NM"
            text={String(flight.corridorHalfWidthNm)}
            read={(text) => readNumber(text, { least: 0.1, most: 100, unit: "NM" })}
            commit={(corridorHalfWidthNm) => set("Corridor", { corridorHalfWidthNm })}
          />
          <div className="field end">
            <CommandButton id="remove-flight" bare />
          </div>
        </div>
      )}
    </>
  );
}
