import type { PayloadLimit } from "../flight/assessment.ts";
import { loadMassKg } from "../load/load.ts";
import { kilogramsText, numberText } from "../text.ts";
import { type Block, codes, numbers, type Section, words } from "./document.ts";
import { loadText } from "./document-cover.ts";
import type { PacketSource } from "./document-source.ts";

/** What is carried, what each sector allows, and how far both can be trusted. */
export function loadSection({ flight, assessment, aircraft }: PacketSource): Section {
  const { payload, sectors } = assessment;
  const summary = flight.load.kind === "none" ? "No load" : `Load, ${loadText(flight)}`;
  if (payload === null) {
    const text = `The payload is not known: the aircraft ${flight.aircraftId}, or a figure of its range model, is missing from the data.`;
    return { id: "load", title: "Load", summary, blocks: [{ kind: "text", tone: "body", text }] };
  }
  const binding = sectors[payload.sector];
  const mode =
    payload.mode === "planning"
      ? "Planning mode: fuel with taxi, contingency, alternate and hold set apart."
      : "Published mode: the maker's payload-range points as they are.";
  const fit =
    payload.marginKg < 0
      ? `The load is ${kilogramsText(-payload.marginKg, payload.marginKg)} more than the flight allows.`
      : `The load fits, with ${kilogramsText(payload.marginKg, payload.marginKg)} to spare.`;
  const seats = aircraft?.figures.paratroopers.value ?? null;
  const paratroopers =
    flight.load.kind === "paratroopers"
      ? ` ${numberText(flight.load.count)} paratroopers at ${numberText(flight.load.massEachKg)} kg each; at most ${numberText(payload.maximumParatroopers)} fit${seats === null ? "" : `, ${numberText(seats)} seats`}.`
      : "";
  const blocks: Block[] = [
    { kind: "text", tone: "strong", text: `${fit}${paratroopers}` },
    {
      kind: "gauge",
      requestedKg: payload.requestedKg,
      maximumKg: payload.maximumKg,
      errorKg: payload.limit === "seats" ? 0 : payload.errorKg,
    },
    {
      kind: "text",
      tone: "body",
      text: `Limit: ${payload.limit}${binding === undefined || payload.limit === "seats" ? "" : `, first reached on ${binding.from} to ${binding.to}`}. ${mode}`,
    },
    { kind: "text", tone: "body", text: payload.errorSentence },
    {
      kind: "table",
      columns: [
        codes("Sector", "rest"),
        numbers("Allowed kg"),
        words("Limit"),
        numbers("Margin kg"),
        numbers("Trip fuel kg"),
        numbers("Reserve kg"),
        numbers("Take-off mass kg"),
        numbers("Landing mass kg"),
      ],
      rows: sectors.map(({ from, to, payload: allowed }) =>
        allowed === null
          ? [`${from} ${to}`, "not known", "", "", "", "", "", ""]
          : [
              `${from} ${to}`,
              numberText(allowed.maximumKg),
              limitWords(allowed.limit),
              numberText(Math.round(allowed.maximumKg) - Math.round(loadMassKg(flight.load))),
              ...[
                allowed.tripFuelKg,
                allowed.reserveFuelKg,
                allowed.takeOffMassKg,
                allowed.landingMassKg,
              ].map((massKg) => (massKg === null ? "not reached" : numberText(massKg))),
            ],
      ),
      total: null,
      empty: "No sector: the route has fewer than two points.",
    },
    {
      kind: "text",
      tone: "second",
      text: `${aircraft?.name ?? flight.aircraftId}: public planning figures, not from a flight manual. Allowed kg of a sector is by mass alone; seats count for the whole flight.`,
    },
  ];
  return { id: "load", title: "Load", summary, blocks };
}

function limitWords(limit: PayloadLimit): string {
  return limit === "range" ? "out of range" : limit;
}
