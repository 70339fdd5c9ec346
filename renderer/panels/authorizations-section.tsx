import {
  AUTHORIZATION_STATUSES,
  type Authorization,
  type AuthorizationStatus,
} from "#domain/authorization/authorization.ts";
import { confirmGrant, recordAuthorization } from "#domain/authorization/record.ts";
import type { Requirement } from "#domain/flight/assessment.ts";
import { clockText, clockTextSince, dateText, type Zulu } from "#domain/zulu.ts";
import { edit } from "#renderer/commands/route-commands.ts";
import { Choice, Field } from "#renderer/fields/field.tsx";
import { type Reading, readInstant } from "#renderer/fields/readings.ts";
import { rowKeys } from "#renderer/parts/row-keys.ts";
import { Section } from "#renderer/parts/section.tsx";
import { Status } from "#renderer/parts/status.tsx";
import { useOpenFlight, useSession, useView } from "#renderer/state/session.ts";
import { selectAndShow } from "#renderer/state/view-store.ts";

/** One row for each State crossed, in flight order; the selected one opens for editing. */
export function AuthorizationsSection() {
  const { assessment } = useOpenFlight();
  const { requirements } = assessment;
  return (
    <Section title="Authorizations" sum={requirements.length === 0 ? undefined : "by State, in flight order"}>
      {requirements.length === 0 ? (
        <p className="notice">The States to ask stand here once the route has two points.</p>
      ) : (
        <ul className="states">
          {requirements.map((requirement) => (
            <StateRow key={requirement.state} requirement={requirement} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function StateRow({ requirement }: { requirement: Requirement }) {
  const session = useSession();
  const { flight } = useOpenFlight();
  const { state, standing, reason, entryAt, exitAt } = requirement;
  const open = useView(({ selection }) => selection.kind === "state" && selection.state === state);
  const select = () =>
    open
      ? session.view.setState({ selection: { kind: "none" } })
      : selectAndShow(session.view, { kind: "state", state });
  const recorded = flight.authorizations.find((authorization) => authorization.state === state) ?? null;
  return (
    <li data-state={state} data-open={open}>
      <button
        type="button"
        className="state-row"
        aria-expanded={open}
        onClick={select}
        onKeyDown={rowKeys(select)}
      >
        <b className="mono">{state}</b>
        <span className="what">
          {session.stateName(state)}
          <span className="second">{paperText(recorded)}</span>
        </span>
        <span className="how">
          <Status standing={standing} />
          <span className="second">
            {reason === "" ? (
              <span className="mono">
                {clockTextSince(flight.offBlockAt, entryAt)} to {clockTextSince(flight.offBlockAt, exitAt)}
              </span>
            ) : (
              reason
            )}
          </span>
        </span>
      </button>
      {open && <StateForm requirement={requirement} recorded={recorded} />}
    </li>
  );
}

function paperText(recorded: Authorization | null): string {
  if (recorded === null) return "Nothing recorded";
  return `${wordOf(recorded.status)}${recorded.number === "" ? "" : `, ${recorded.number}`}`;
}

function StateForm({ requirement, recorded }: { requirement: Requirement; recorded: Authorization | null }) {
  const session = useSession();
  const { assessment } = useOpenFlight();
  const { state } = requirement;
  const authorization: Authorization = recorded ?? {
    state,
    status: "draft",
    number: "",
    validFrom: null,
    validTo: null,
    note: "",
    grantedFor: null,
  };
  const set = (what: string, change: Partial<Authorization>) =>
    edit(session, `${what} of ${state}`, (flight) =>
      recordAuthorization(flight, assessment, { ...authorization, ...change }),
    );
  const words = (most: number) => (text: string) =>
    text.length <= most
      ? ({ ok: true, value: text.trim() } as const)
      : ({ ok: false, sentence: `At most ${most} characters.` } as const);
  return (
    <div className="fields state-form">
      <Choice<AuthorizationStatus | "missing">
        label="Status"
        value={recorded === null ? "missing" : authorization.status}
        options={[
          ...(recorded === null ? [{ value: "missing" as const, label: "Nothing recorded" }] : []),
          ...AUTHORIZATION_STATUSES.map((value) => ({ value, label: wordOf(value) })),
        ]}
        commit={(status) => status !== "missing" && set("Status", { status })}
      />
      <Field
        label="Number"
        text={authorization.number}
        read={words(60)}
        commit={(number) => set("Number", { number })}
      />
      <Field
        label="Window from, UTC"
        text={instantText(authorization.validFrom)}
        placeholder="not given"
        read={(text) =>
          readEnd(text, (from) => authorization.validTo === null || from < authorization.validTo)
        }
        commit={(validFrom) => set("Window", { validFrom })}
      />
      <Field
        label="Window to, UTC"
        text={instantText(authorization.validTo)}
        placeholder="not given"
        read={(text) =>
          readEnd(text, (to) => authorization.validFrom === null || to > authorization.validFrom)
        }
        commit={(validTo) => set("Window", { validTo })}
      />
      <Field
        className="wide"
        label="Note"
        mono={false}
        text={authorization.note}
        read={words(4_000)}
        commit={(note) => set("Note", { note })}
      />
      {authorization.status === "granted" && requirement.standing === "stale" && (
        <div className="wide confirm">
          <button
            type="button"
            className="button"
            onClick={() =>
              edit(session, `Confirm grant of ${state}`, (flight) => confirmGrant(flight, assessment, state))
            }
          >
            Confirm for this route
          </button>
          <span className="hint">
            Only when {session.stateName(state)} has accepted the route as it is now.
          </span>
        </div>
      )}
    </div>
  );
}

/** One end of a window, which has to lie on the right side of the other end. */
function readEnd(text: string, fits: (instant: Zulu) => boolean): Reading<Zulu | null> {
  const reading = readInstant(text);
  if (!reading.ok || reading.value === null || fits(reading.value)) return reading;
  return { ok: false, sentence: "The window must begin before it ends." };
}

function wordOf(status: AuthorizationStatus): string {
  return status.charAt(0).toUpperCase() + status.slice(1);
}

function instantText(instant: Zulu | null): string {
  return instant === null ? "" : `${dateText(instant).slice(4)} ${clockText(instant)}`;
}
