import type { Assessment, Requirement, Standing } from "../flight/assessment.ts";

/** Whether the flight may be flown on this packet, and the words that stand on its cover. */
export type Clearance = { cleared: boolean; title: string; sentence: string };

/** The word of a standing as it is written everywhere. */
export const STANDING_WORDS: Record<Standing, string> = {
  cleared: "Cleared",
  partial: "Partial",
  pending: "Pending",
  stale: "Stale",
  blocked: "Blocked",
};

/**
 * A packet is cleared when every State crossed has cleared the flight, and no stretch of the route lies where the
 * data knows no FIR: there a State may be missing without anybody seeing it.
 */
export function clearanceOf(assessment: Assessment, stateName: (code: string) => string): Clearance {
  const { requirements, crossings, status } = assessment;
  const unknown = crossings.some(({ state }) => state === "");
  const cleared = status === "cleared" && requirements.length > 0 && !unknown;
  const errors = assessment.findings.filter(
    ({ severity, code }) => severity === "error" && !code.startsWith("permission-"),
  ).length;
  const errorSentence =
    errors === 0 ? "" : errors === 1 ? " One finding is an error." : ` ${errors} findings are errors.`;
  if (cleared) {
    const states =
      requirements.length === 1 ? "The State crossed has" : `All ${requirements.length} States crossed have`;
    return {
      cleared,
      title: "Cleared by every State crossed",
      sentence: `${states} cleared the flight as it is planned here.${errorSentence}`,
    };
  }
  const count = requirements.filter(({ standing }) => standing === "cleared").length;
  const sentences = [
    requirements.length === 0
      ? "The route crosses no State that is known."
      : `${count} of ${requirements.length} States ${count === 1 ? "has" : "have"} cleared the flight.`,
    ...WHY.flatMap(([standing, singular, plural]) => {
      const names = requirements
        .filter((each) => each.standing === standing)
        .map(({ state }) => stateName(state));
      return names.length === 0 ? [] : [`${listOf(names)} ${names.length === 1 ? singular : plural}.`];
    }),
    unknown ? "Part of the route lies where no FIR is known, so States may be missing." : "",
  ];
  return {
    cleared,
    title: "Not cleared: do not fly on this packet",
    sentence: sentences.filter((sentence) => sentence !== "").join(" ") + errorSentence,
  };
}

/** What is recorded of a State's permission: its number, or why there is none. */
export function authorizationText(requirement: Requirement): string {
  return requirement.number === "" ? requirement.reason.replace(/\.$/, "") : requirement.number;
}

const WHY: [Standing, string, string][] = [
  ["blocked", "has refused or withdrawn its permission", "have refused or withdrawn their permission"],
  ["stale", "has granted another plan than this", "have granted another plan than this"],
  ["partial", "has cleared only a part", "have cleared only a part"],
  ["pending", "has not answered or was not asked", "have not answered or were not asked"],
];

/** `Georgia`, `Georgia and Armenia`, `Georgia, Armenia and Iran`. */
function listOf(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
