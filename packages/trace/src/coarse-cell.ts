const CELL = /^(-?\d{1,2}\.\d),(-?\d{1,3}\.\d)$/;
const KM_A_DEGREE = 111.2;

/**
 * A told place in its coarse form, `11.8,107.0`: latitude and longitude in tenths of a degree, some 11 km. Null for
 * anything finer, or beyond the globe.
 */
export function coarseCell(text: string): string | null {
  const at = corner(text);
  return at && Math.abs(at.latitude) <= 90 && Math.abs(at.longitude) <= 180 ? text : null;
}

/** Kilometres between two cells, flat over the mean latitude: right to a few in a hundred within a country. */
export function kilometresBetween(one: string, other: string): number {
  const [a, b] = [corner(one), corner(other)];
  if (!a || !b) return 0;
  const shrink = Math.cos((((a.latitude + b.latitude) / 2) * Math.PI) / 180);
  const apart = Math.abs(a.longitude - b.longitude);
  const east = Math.min(apart, 360 - apart) * shrink;
  return KM_A_DEGREE * Math.hypot(a.latitude - b.latitude, east);
}

function corner(text: string): { latitude: number; longitude: number } | null {
  const [, latitude, longitude] = CELL.exec(text) ?? [];
  return latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : null;
}
