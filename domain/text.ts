/** Kilograms as tonnes to one decimal; what is not nothing and below 0.1 t in kilograms: `32.9 t`, `40 kg`. */
export function tonnesText(massKg: number): string {
  return massKg !== 0 && Math.abs(massKg) < 100
    ? kilogramsText(massKg, massKg)
    : `${numberText(massKg / 1000, 1)} t`;
}

/** Kilograms as finely as a difference in them needs: whole ones, below one to the first figure: `37 012 kg`, `0.4 kg`. */
export function kilogramsText(massKg: number, differenceKg: number): string {
  const size = Math.abs(differenceKg);
  const decimals = size === 0 || size >= 1 ? 0 : Math.min(6, Math.ceil(-Math.log10(size)));
  return `${numberText(massKg, decimals)} kg`;
}

/** A distance to one decimal, `12.3 NM`; what would read 0.0 is `less than 0.1 NM`. */
export function distanceText(distanceNm: number, decimals = 1): string {
  return distanceNm < 0.05 ? "less than 0.1 NM" : `${numberText(distanceNm, decimals)} NM`;
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
