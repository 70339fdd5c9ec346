import type { Standing } from "#domain/flight/assessment.ts";
import type { Severity } from "#domain/flight/findings.ts";

const WORDS: Record<Standing, string> = {
  cleared: "Cleared",
  partial: "Partial",
  pending: "Pending",
  stale: "Stale",
  blocked: "Blocked",
};

/**
 * Icon, word and colour together: none of them says it alone. `detail` follows the word. Where many stand in a line, a
 * `code` takes the place of the word that is read out.
 */
export function Status({
  standing,
  detail = "",
  code,
}: {
  standing: Standing;
  detail?: string;
  code?: string;
}) {
  return (
    <span className="status" data-standing={standing}>
      <StatusMark standing={standing} />
      {code !== undefined && <b className="mono">{code}</b>}
      <span className={code === undefined ? undefined : "unseen"}>
        {WORDS[standing]}
        {detail}
      </span>
    </span>
  );
}

/** The mark alone; its shape differs for each status, so that it reads in grey. */
function StatusMark({ standing }: { standing: Standing }) {
  return (
    <svg
      className="mark"
      data-standing={standing}
      width="13"
      height="13"
      viewBox="0 0 13 13"
      aria-hidden="true"
    >
      {standing === "cleared" && (
        <>
          <circle className="full" cx="6.5" cy="6.5" r="6" />
          <path className="cut" d="M3.6 6.7l2.1 2 3.7-4" />
        </>
      )}
      {standing === "partial" && (
        <>
          <circle className="open" cx="6.5" cy="6.5" r="5.2" />
          <path className="full" d="M6.5 1.3a5.2 5.2 0 0 1 0 10.4z" />
        </>
      )}
      {standing === "pending" && (
        <>
          <circle className="open" cx="6.5" cy="6.5" r="5.2" />
          <path className="open" d="M6.5 3.6v3.1l2 1.2" />
        </>
      )}
      {standing === "stale" && (
        <>
          <path className="full" d="M6.5 0L13 6.5 6.5 13 0 6.5z" />
          <path className="cut" d="M4.4 8.6l4.2-4.2" />
        </>
      )}
      {standing === "blocked" && (
        <>
          <path className="full" d="M4 .5h5L12.5 4v5L9 12.5H4L.5 9V4z" />
          <path className="cut" d="M4.4 4.4l4.2 4.2M8.6 4.4L4.4 8.6" />
        </>
      )}
    </svg>
  );
}

/** A length of line in the pattern of its status. */
export function StatusLine({ standing }: { standing: Standing }) {
  return (
    <svg className="status-line" data-standing={standing} width="30" height="4" aria-hidden="true">
      <line x1="0" x2="30" y1="2" y2="2" />
    </svg>
  );
}

/** The mark of a finding: an octagon for what stops a release, a triangle to check, a ring to know. */
export function SeverityMark({ severity }: { severity: Severity }) {
  if (severity === "error") return <StatusMark standing="blocked" />;
  return (
    <svg
      className="mark"
      data-standing={severity === "warning" ? "pending" : undefined}
      width="13"
      height="13"
      viewBox="0 0 13 13"
      aria-hidden="true"
    >
      {severity === "warning" ? (
        <>
          <path className="open" d="M6.5 1.2l5.6 10.3H.9z" />
          <path className="open" d="M6.5 4.9v3.2M6.5 9.3v.8" />
        </>
      ) : (
        <>
          <circle className="open" cx="6.5" cy="6.5" r="5.2" />
          <path className="open" d="M6.5 6v3.4M6.5 3.5v.9" />
        </>
      )}
    </svg>
  );
}

export const SEVERITY_WORDS: Record<Severity, string> = {
  error: "Error",
  warning: "To check",
  info: "To know",
};
