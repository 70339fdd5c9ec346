import type { Position } from "../geo/position.ts";

/**
 * Reads a coordinate in the forms a route accepts: `4018N04336E`, `40N043E`, `401830N0433600E`, `40.3,43.6`.
 * Null when the text is not meant as a coordinate; a sentence when it is one, but wrong.
 */
export function readCoordinate(text: string): Position | { sentence: string } | null {
  const decimal = /^([+-]?\d+(?:\.\d+)?)\s*,\s*([+-]?\d+(?:\.\d+)?)$/.exec(text);
  if (decimal !== null) return checked(text, Number(decimal[1]), Number(decimal[2]));
  const upper = text.toUpperCase();
  const parts = /^(\d+)([NS])(\d+)([EW])$/.exec(upper);
  if (parts === null) {
    return /^\d+[NS]\d*[EW]?$|^[NS]\d+[EW]\d+$/.test(upper)
      ? { sentence: `${text} is not a whole coordinate: write it as 4018N04336E.` }
      : null;
  }
  const [, latDigits = "", northSouth, lonDigits = "", eastWest] = parts;
  const lat = angleOf(latDigits, 2);
  const lon = angleOf(lonDigits, 3);
  if (lat === null || lon === null || latDigits.length + 1 !== lonDigits.length) {
    return {
      sentence: `${text} does not have the digits of a coordinate: latitude takes 2, 4 or 6 and longitude 3, 5 or 7, as in 4018N04336E.`,
    };
  }
  if (lat === "minutes" || lon === "minutes") {
    return { sentence: `${text} has minutes or seconds of 60 or more.` };
  }
  return checked(text, northSouth === "S" ? -lat : lat, eastWest === "W" ? -lon : lon);
}

/**
 * A position as Item 15 writes it, in whole minutes: `4018N04336E`. Rounded to the nearest minute, minutes carry:
 * 39°59.97′ N is `4000N`. Zero is always N and E.
 */
export function coordinateText(position: Position): string {
  const lat = wholeMinutes(position.lat);
  const lon = wholeMinutes(position.lon);
  const northSouth = lat < 0 ? "S" : "N";
  const eastWest = lon < 0 ? "W" : "E";
  return `${digits(lat, 2)}${northSouth}${digits(lon, 3)}${eastWest}`;
}

/** A position in whole seconds, `401830N0433645E`, rounded to the nearest one. */
export function coordinateSecondsText({ lat, lon }: Position): string {
  const part = (angle: number, degreeDigits: number) => {
    const seconds = Math.round(Math.abs(angle) * 3600);
    const pair = (value: number) => String(value).padStart(2, "0");
    const degrees = String(Math.floor(seconds / 3600)).padStart(degreeDigits, "0");
    return degrees + pair(Math.floor(seconds / 60) % 60) + pair(seconds % 60);
  };
  return `${part(lat, 2)}${lat < 0 ? "S" : "N"}${part(lon, 3)}${lon < 0 ? "W" : "E"}`;
}

/** The position that `coordinateText` names: rounded to whole minutes. */
export function roundedToMinutes(position: Position): Position {
  return { lat: wholeMinutes(position.lat) / 60, lon: wholeMinutes(position.lon) / 60 };
}

function checked(text: string, lat: number, lon: number): Position | { sentence: string } {
  if (Math.abs(lat) > 90) return { sentence: `The latitude of ${text} is over 90 degrees.` };
  if (Math.abs(lon) > 180) return { sentence: `The longitude of ${text} is over 180 degrees.` };
  return { lat: lat + 0, lon: lon + 0 };
}

/** Degrees of `DD`, `DDMM` or `DDMMSS` (three digits of degrees for longitude); null for another count of digits. */
function angleOf(text: string, degreeDigits: number): number | "minutes" | null {
  const rest = text.length - degreeDigits;
  if (rest !== 0 && rest !== 2 && rest !== 4) return null;
  const minutes = Number(text.slice(degreeDigits, degreeDigits + 2) || "0");
  const seconds = Number(text.slice(degreeDigits + 2) || "0");
  if (minutes >= 60 || seconds >= 60) return "minutes";
  return Number(text.slice(0, degreeDigits)) + minutes / 60 + seconds / 3600;
}

function wholeMinutes(angle: number): number {
  return Math.sign(angle) * Math.round(Math.abs(angle) * 60) + 0;
}

function digits(minutes: number, degreeDigits: number): string {
  const whole = Math.abs(minutes);
  const degrees = String(Math.floor(whole / 60)).padStart(degreeDigits, "0");
  return degrees + String(whole % 60).padStart(2, "0");
}
