/** Metres in one international nautical mile (exact by definition). */
export const METRES_PER_NM = 1852;

/** Kilometres for a distance in nautical miles. `kmFromNm(1) === 1.852` */
export function kmFromNm(distanceNm: number): number {
  return (distanceNm * METRES_PER_NM) / 1000;
}

/** Nautical miles for a distance in kilometres. `nmFromKm(1.852) === 1` */
export function nmFromKm(distanceKm: number): number {
  return (distanceKm * 1000) / METRES_PER_NM;
}
