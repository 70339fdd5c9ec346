const PATHS = {
  pointer: "M3 2l9 5.2-4 1.1-1.6 4.2z",
  route: "M3 12a1.5 1.5 0 1 0 0 .01M12 3a1.5 1.5 0 1 0 0 .01M4.2 10.8l6.6-6.6",
  fit: "M2 5V2h3M10 2h3v3M13 10v3h-3M5 13H2v-3",
  target: "M7.5 1v3M7.5 11v3M1 7.5h3M11 7.5h3M7.5 5.5a2 2 0 1 0 0 4a2 2 0 1 0 0-4",
  layers: "M7.5 1.8L13.5 5l-6 3.2L1.5 5zM1.5 7.6l6 3.2 6-3.2M1.5 10.2l6 3.2 6-3.2",
  plus: "M7.5 3v9M3 7.5h9",
  minus: "M3 7.5h9",
  close: "M3.5 3.5l8 8M11.5 3.5l-8 8",
  up: "M7.5 12V3M3.5 7l4-4 4 4",
  down: "M7.5 3v9M3.5 8l4 4 4-4",
  left: "M9.5 3l-4.5 4.5 4.5 4.5",
  right: "M5.5 3l4.5 4.5-4.5 4.5",
  bin: "M2.5 4h10M5.5 4V2.5h4V4M4 4l.7 9h5.6L11 4",
  ground: "M2 12.5h11M4 9.5l7-1.5M4 9.5L3 7",
  undo: "M3 6.5h6a3 3 0 0 1 0 6H6M3 6.5l3-3M3 6.5l3 3",
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing of 15 px in the colour of its text. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" width="15" height="15" viewBox="0 0 15 15" aria-hidden="true">
      <path d={PATHS[name]} fill={name === "pointer" ? "currentColor" : "none"} />
    </svg>
  );
}

/** The mark of the house: a dog-leg between two points. */
export function Brand() {
  return (
    <svg className="brand" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <path d="M2 15l5-2 3-6 6-3" />
      <circle cx="7" cy="13" r="1.7" />
      <circle cx="10" cy="7" r="1.7" />
    </svg>
  );
}
