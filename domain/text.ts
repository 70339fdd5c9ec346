/** Kilograms as tonnes to one decimal: `32.9 t`. */
export function tonnesText(massKg: number): string {
  return `${numberText(massKg / 1000, 1)} t`;
}

/** A number with thin spaces between thousands, a point for decimals and a true minus sign: `−12 500.0`. */
export function numberText(value: number, decimals = 0): string {
  const [whole = "", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, "\u2009");
  const sign = value < 0 && Number(value.toFixed(decimals)) !== 0 ? "\u2212" : "";
  return sign + grouped + (fraction === undefined ? "" : `.${fraction}`);
}

/** A flight level: `FL090`. */
export function levelText(levelFl: number): string {
  return `FL${String(levelFl).padStart(3, "0")}`;
}

/** A track or course in whole degrees, 001 to 360: `089°`. */
export function courseText(courseDeg: number): string {
  const whole = ((Math.round(courseDeg) % 360) + 360) % 360;
  return `${String(whole === 0 ? 360 : whole).padStart(3, "0")}°`;
}
