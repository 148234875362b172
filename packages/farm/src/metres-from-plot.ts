import type { Position } from './photo-position.ts';

type Corner = readonly [longitude: number, latitude: number];

const METRES_PER_DEGREE = 111_320;

/**
 * How far a place is from a plot, in whole metres; 0 within its outline, null where the plot has none. On a flat map
 * around the place, which is off by less than one in a thousand over a hundred kilometres.
 */
export function metresFromPlot(outline: readonly Corner[], { latitude, longitude }: Position): number | null {
  if (outline.length < 3) return null;
  const shrink = Math.cos((latitude * Math.PI) / 180);
  const corners = outline.map(([lon, lat]) => ({
    x: (lon - longitude) * shrink * METRES_PER_DEGREE,
    y: (lat - latitude) * METRES_PER_DEGREE,
  }));
  let within = false;
  let nearest = Number.POSITIVE_INFINITY;
  corners.forEach((a, at) => {
    const b = corners[(at + 1) % corners.length] ?? a;
    if (a.y > 0 !== b.y > 0 && a.x - (a.y * (b.x - a.x)) / (b.y - a.y) > 0) within = !within;
    nearest = Math.min(nearest, fromOrigin(a, b));
  });
  return within ? 0 : Math.round(nearest);
}

type Point = { x: number; y: number };

/** Distance of a stretch from the origin. */
function fromOrigin(a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(a.x * dx + a.y * dy) / length));
  return Math.hypot(a.x + along * dx, a.y + along * dy);
}
