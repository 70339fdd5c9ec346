/** What the planner chose; `system` follows the machine. */
export type ThemeChoice = "system" | "light" | "dark";
export type Theme = "light" | "dark";

/** The theme that a choice means on this machine now. */
export function themeOf(choice: ThemeChoice): Theme {
  if (choice !== "system") return choice;
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Colours the page; the map is told by its own store. */
export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}

/** Colours that the map needs as values; the same as in styles/tokens.css, with the chart's own added. */
export type MapColours = {
  land: string;
  water: string;
  /** Outside the sheet. */
  beyond: string;
  river: string;
  border: string;
  fir: string;
  grid: string;
  accent: string;
  text: string;
  text2: string;
  sea: string;
  casing: string;
  corridor: number;
  standing: Record<"cleared" | "partial" | "pending" | "stale" | "blocked", string>;
};

export const MAP_COLOURS: Record<Theme, MapColours> = {
  light: {
    land: "#F4F0E5",
    water: "#CFE0E9",
    beyond: "#E6EAEC",
    river: "#A9C6D6",
    border: "#A89B80",
    fir: "#34628F",
    grid: "#C9C4B6",
    accent: "#12466B",
    text: "#12191E",
    text2: "#44525B",
    sea: "#4A7591",
    casing: "#FFFFFF",
    corridor: 0.14,
    standing: {
      cleared: "#17693A",
      partial: "#1F5FAE",
      pending: "#865600",
      stale: "#7B3A9E",
      blocked: "#B3231B",
    },
  },
  dark: {
    land: "#20282B",
    water: "#0B1922",
    beyond: "#0B1014",
    river: "#18303C",
    border: "#756E59",
    fir: "#6F9CC4",
    grid: "#33403F",
    accent: "#7CC0E8",
    text: "#E3E9EC",
    text2: "#A9B6BD",
    sea: "#5F90B0",
    casing: "#0B1014",
    corridor: 0.22,
    standing: {
      cleared: "#5CC68A",
      partial: "#79B0F2",
      pending: "#E4B04A",
      stale: "#CC97EA",
      blocked: "#FF8A7E",
    },
  },
};
