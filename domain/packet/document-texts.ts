import { STANDING_WORDS } from "./clearance.ts";
import type { Block, Section } from "./document.ts";
import { words } from "./document.ts";
import { windowText } from "./document-figures.ts";
import type { PacketSource } from "./document-source.ts";

/** What to correct, to check and to know, worst first. */
export function findingsSection({ assessment }: PacketSource): Section {
  const { findings } = assessment;
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  const counts = [
    [count("error"), "error", "errors"],
    [count("warning"), "to check", "to check"],
    [count("info"), "to know", "to know"],
  ] as const;
  const summary = counts
    .filter(([number]) => number > 0)
    .map(([number, one, many]) => `${number} ${number === 1 ? one : many}`)
    .join(", ");
  return {
    id: "findings",
    title: "Findings",
    summary: summary === "" ? "No findings" : `Findings: ${summary}`,
    blocks:
      findings.length === 0
        ? [{ kind: "text", tone: "body", text: "Nothing was found to correct, check or know." }]
        : findings.map(({ severity, sentence, hint }, index) => ({
            kind: "finding",
            number: index + 1,
            severity,
            text: sentence,
            hint,
          })),
  };
}

/** ICAO flight plans, one per sector, with what is uncertain in them. */
export function flightPlansSection({ messages, assessment }: PacketSource): Section {
  const blocks = messages.flatMap(({ sector, text, problem, notes }): Block[] => {
    const { from = "", to = "" } = assessment.sectors[sector] ?? {};
    return [
      { kind: "heading", text: `Sector ${sector + 1}, ${from} to ${to}` },
      problem === "" ? { kind: "message", text } : { kind: "text", tone: "strong", text: problem },
      ...notes.map((note): Block => ({ kind: "text", tone: "second", text: note })),
    ];
  });
  return {
    id: "flight-plans",
    title: "ICAO flight plans",
    summary: messages.length < 2 ? "ICAO flight plan" : `ICAO flight plans, ${messages.length} sectors`,
    blocks:
      blocks.length === 0
        ? [{ kind: "text", tone: "body", text: "No flight plan: the route has fewer than two points." }]
        : [
            {
              kind: "text",
              tone: "body",
              text: "To be checked and completed before filing. A flight plan goes in clear to every State on the way: it holds nothing of the load or of notes.",
            },
            ...blocks,
          ],
  };
}

/** What each State has answered, as it is recorded, and the note of the flight. */
export function permissionsSection({ flight, assessment, stateName }: PacketSource): Section {
  const required = assessment.requirements.map((requirement) => {
    const recorded = flight.authorizations.find(({ state }) => state === requirement.state);
    return [
      stateName(requirement.state),
      { kind: "status" as const, standing: requirement.standing },
      requirement.status === "missing" ? "nothing recorded" : requirement.status,
      requirement.number === "" ? "none" : requirement.number,
      windowText(recorded?.validFrom ?? null, recorded?.validTo ?? null),
      [requirement.reason, recorded?.note ?? ""].filter((text) => text !== "").join(" ") ||
        STANDING_WORDS.cleared,
    ];
  });
  const crossed = new Set(assessment.requirements.map(({ state }) => state));
  const unused = flight.authorizations.filter(({ state }) => !crossed.has(state));
  const blocks: Block[] = [
    {
      kind: "table",
      columns: [
        words("State"),
        words("Status"),
        words("Recorded as"),
        words("Number", 90),
        words("Window", 84),
        words("Why, and note", "rest"),
      ],
      rows: required,
      total: null,
      empty: "No State is crossed, because the route has no leg.",
    },
  ];
  if (unused.length > 0) {
    const names = unused.map(({ state, status }) => `${stateName(state)} (${status})`).join(", ");
    blocks.push({ kind: "text", tone: "second", text: `Recorded, but not crossed by this route: ${names}.` });
  }
  if (flight.note.trim() !== "") {
    blocks.push(
      { kind: "heading", text: "Note of the flight" },
      { kind: "text", tone: "body", text: flight.note.trim() },
    );
  }
  return {
    id: "permissions",
    title: "Permissions",
    summary: "Permissions of States as recorded, notes",
    blocks,
  };
}
