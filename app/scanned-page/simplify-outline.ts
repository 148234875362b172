/** A corner of an outline: [longitude, latitude] in degrees. */
export type Corner = readonly [longitude: number, latitude: number];

/** Twice the area of the triangle of three corners, in square degrees. */
function areaOf([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner): number {
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay));
}

/** The corner whose loss changes the outline least. */
function leastCorner(corners: readonly Corner[]): number {
  const last = corners.length - 1;
  let least = 0;
  let leastArea = Number.POSITIVE_INFINITY;
  corners.forEach((corner, at) => {
    const before = corners[at === 0 ? last : at - 1] ?? corner;
    const after = corners[at === last ? 0 : at + 1] ?? corner;
    const area = areaOf(before, corner, after);
    if (area < leastArea) [least, leastArea] = [at, area];
  });
  return least;
}

/**
 * A closed GeoJSON ring with at most `most` corners (three at the least), closed again: corners whose loss changes the
 * area least go first (Visvalingam and Whyatt, 1993). Every corner that stays is one of the given ones.
 */
export function simplifyOutline(ring: readonly (readonly number[])[], most: number): Corner[] {
  const corners = ring.map(([longitude = 0, latitude = 0]): Corner => [longitude, latitude]);
  const [first] = corners;
  const end = corners.at(-1);
  if (corners.length > 1 && first?.[0] === end?.[0] && first?.[1] === end?.[1]) corners.pop();
  while (corners.length > Math.max(most, 3)) corners.splice(leastCorner(corners), 1);
  return corners[0] ? [...corners, corners[0]] : [];
}
