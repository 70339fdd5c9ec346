import type { Finding } from "#domain/flight/findings.ts";
import { rowKeys } from "#renderer/parts/row-keys.ts";
import { Section } from "#renderer/parts/section.tsx";
import { SEVERITY_WORDS, SeverityMark } from "#renderer/parts/status.tsx";
import { useOpenFlight, useSession, useView } from "#renderer/state/session.ts";
import { selectAndShow } from "#renderer/state/view-store.ts";

/** What to correct, check or know; the same numbers stand on the map. */
export function FindingsSection() {
  const session = useSession();
  const { assessment } = useOpenFlight();
  const selection = useView((view) => view.selection);
  const { findings } = assessment;
  return (
    <Section title="Findings" sum={findingsText(findings)}>
      {findings.length === 0 ? (
        <p className="notice">Nothing to correct or check.</p>
      ) : (
        <ol className="findings">
          {findings.map((finding, index) => {
            const select = () => selectAndShow(session.view, { kind: "finding", index });
            return (
              <li key={`${finding.code} ${finding.sentence}`}>
                <button
                  type="button"
                  data-row-finding={index + 1}
                  aria-current={selection.kind === "finding" && selection.index === index}
                  onClick={select}
                  onKeyDown={rowKeys(select)}
                >
                  <SeverityMark severity={finding.severity} />
                  <span className="unseen">{SEVERITY_WORDS[finding.severity]}</span>
                  <span className="words">
                    <b>
                      <span className="mono">{index + 1}</span> {finding.sentence}
                    </b>
                    {finding.hint !== "" && <span className="second">{finding.hint}</span>}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      )}
    </Section>
  );
}

/** How many there are of each kind: `1 stops release, 2 to check`. */
export function findingsText(findings: readonly Finding[]): string {
  const count = (severity: Finding["severity"]) =>
    findings.filter((finding) => finding.severity === severity).length;
  const errors = count("error");
  const parts = [
    errors === 0 ? "" : `${errors} ${errors === 1 ? "stops" : "stop"} release`,
    count("warning") === 0 ? "" : `${count("warning")} to check`,
    count("info") === 0 ? "" : `${count("info")} to know`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}
