import type { Standing } from "../flight/assessment.ts";
import type { Severity } from "../flight/findings.ts";

/** Colours of the statuses on white paper; each is at least 4.5:1 against it. */
export const STATUS_COLOURS: Record<Standing, string> = {
  cleared: "#17693A",
  partial: "#1F5FAE",
  pending: "#865600",
  stale: "#7B3A9E",
  blocked: "#B3231B",
};

/** Dash patterns of the route over a State of this standing, in points; empty is solid. */
export const STATUS_DASHES: Record<Standing, string> = {
  cleared: "",
  partial: "10 3",
  pending: "9 5",
  stale: "12 4 2 4",
  blocked: "2 4",
};

/** A mark whose shape alone says the status: disc, half disc, ring with hands, diamond, octagon. */
export function statusMark(standing: Standing, size: number): string {
  const colour = STATUS_COLOURS[standing];
  const white = 'fill="none" stroke="#FFFFFF" stroke-width="1.6"';
  const shapes: Record<Standing, string> = {
    cleared: `<circle cx="6" cy="6" r="5.5" fill="${colour}"/><path d="M3.2 6.2L5.2 8.2L8.8 4.1" ${white}/>`,
    partial: `<circle cx="6" cy="6" r="4.8" fill="none" stroke="${colour}" stroke-width="1.4"/><path d="M6 1.2A4.8 4.8 0 0 1 6 10.8Z" fill="${colour}"/>`,
    pending: `<circle cx="6" cy="6" r="4.8" fill="none" stroke="${colour}" stroke-width="1.4"/><path d="M6 3.2L6 6.2L8.2 7.6" fill="none" stroke="${colour}" stroke-width="1.3"/>`,
    stale: `<path d="M6 0.2L11.8 6L6 11.8L0.2 6Z" fill="${colour}"/><path d="M4 8L8 4" ${white}/>`,
    blocked: `<path d="M3.7 0.5L8.3 0.5L11.5 3.7L11.5 8.3L8.3 11.5L3.7 11.5L0.5 8.3L0.5 3.7Z" fill="${colour}"/><path d="M4 4L8 8M8 4L4 8" ${white}/>`,
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 12 12">${shapes[standing]}</svg>`;
}

/** The mark of a finding: octagon for an error, triangle for what is to be checked, ring with an i for the rest. */
export function severityMark(severity: Severity, size: number): string {
  const ink = (colour: string) => `fill="none" stroke="${colour}" stroke-width="1.4"`;
  const shapes: Record<Severity, string> = {
    error: `<path d="M3.7 0.5L8.3 0.5L11.5 3.7L11.5 8.3L8.3 11.5L3.7 11.5L0.5 8.3L0.5 3.7Z" fill="#B3231B"/><path d="M6 2.6L6 6.8M6 8.2L6 9.6" ${ink("#FFFFFF")}/>`,
    warning: `<path d="M6 0.8L11.6 11L0.4 11Z" ${ink("#865600")}/><path d="M6 4.4L6 7.6M6 8.6L6 9.7" ${ink("#865600")}/>`,
    info: `<circle cx="6" cy="6" r="5" ${ink("#44525B")}/><path d="M6 5.2L6 9M6 3L6 4.2" ${ink("#44525B")}/>`,
  };
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 12 12">${shapes[severity]}</svg>`;
}
