import { fail, ok, type Result } from '@baunghe/db';

/** A ring of [longitude, latitude] in degrees, the first point repeated last (GeoJSON, RFC 7946). */
export type Ring = [number, number][];

/** Why an outline is not taken. */
export type OutlineRefusal =
  | { code: 'outline_unreadable'; line: number }
  | { code: 'outline_too_short' }
  | { code: 'outline_too_long'; mostPoints: number }
  | { code: 'outline_outside_vietnam'; line: number }
  | { code: 'outline_crosses_itself' };

/** Most corners of an outline. */
const MOST_POINTS = 500;

/** Around all of Vietnam's land and islands. */
const VIETNAM = { west: 102, east: 118, south: 6.5, north: 23.5 };

const METRES_PER_DEGREE = 111_320;

/**
 * Reads an outline as people paste it: a corner a line, latitude before longitude as maps and telephones write them,
 * `11.8213, 107.0102`; empty: no outline. It is closed where it was left open.
 */
export function readOutline(text: string): Result<Ring, OutlineRefusal> {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const corners: Ring = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const parts = /^(-?\d{1,3}(?:\.\d+)?)[°\s,;]+(-?\d{1,3}(?:\.\d+)?)°?$/.exec(line);
    if (!parts) return fail({ code: 'outline_unreadable', line: index + 1 });
    const [latitude, longitude] = [Number(parts[1]), Number(parts[2])];
    const { west, east, south, north } = VIETNAM;
    if (latitude < south || latitude > north || longitude < west || longitude > east)
      return fail({ code: 'outline_outside_vietnam', line: index + 1 });
    corners.push([round(longitude), round(latitude)]);
  }
  return closedRing(corners);
}

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

const same = (a?: [number, number], b?: [number, number]): boolean => a?.[0] === b?.[0] && a?.[1] === b?.[1];

function closedRing(typed: Ring): Result<Ring, OutlineRefusal> {
  if (typed.length === 0) return ok([]);
  const open = typed.filter((corner, index) => !same(corner, typed[index - 1]));
  if (open.length > 1 && same(open[0], open.at(-1))) open.pop();
  if (open.length < 3) return fail({ code: 'outline_too_short' });
  if (open.length > MOST_POINTS) return fail({ code: 'outline_too_long', mostPoints: MOST_POINTS });
  const ring: Ring = [...open, open[0] as [number, number]];
  if (crossesItself(ring) || areaOf(ring) === 0) return fail({ code: 'outline_crosses_itself' });
  return ok(ring);
}

/** The area inside a ring in whole square metres, flat at its latitude. */
export function areaOf(ring: Ring): number {
  const latitude = ring[0]?.[1] ?? 0;
  const shrink = Math.cos((latitude * Math.PI) / 180);
  const [west, south] = ring[0] ?? [0, 0];
  const metres = ring.map(([x, y]) => [
    (x - west) * shrink * METRES_PER_DEGREE,
    (y - south) * METRES_PER_DEGREE,
  ]);
  let twice = 0;
  for (let i = 0; i + 1 < metres.length; i++) {
    const [[ax = 0, ay = 0] = [], [bx = 0, by = 0] = []] = [metres[i], metres[i + 1]];
    twice += ax * by - bx * ay;
  }
  return Math.round(Math.abs(twice) / 2);
}

type Point = readonly [number, number];

/** Whether two sides meet anywhere but at the corner that neighbours share. */
function crossesItself(ring: Ring): boolean {
  const sides = ring.slice(1).map((to, index) => [ring[index] as Point, to as Point] as const);
  for (let i = 0; i < sides.length; i++)
    for (let j = i + 1; j < sides.length; j++) {
      const [one, other] = [sides[i], sides[j]];
      if (!one || !other) continue;
      const isNext = j === i + 1;
      const isAround = i === 0 && j === sides.length - 1;
      if (
        isNext
          ? foldsBack(one[0], one[1], other[1])
          : isAround
            ? foldsBack(other[0], other[1], one[1])
            : meet(one, other)
      )
        return true;
    }
  return false;
}

const turn = (a: Point, b: Point, c: Point): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

/** Whether the way a → b → c goes back over itself. */
function foldsBack(a: Point, b: Point, c: Point): boolean {
  const dot = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]);
  return turn(a, b, c) === 0 && dot < 0;
}

function meet([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc !== abd && cda !== cdb) return true;
  return (
    (abc === 0 && between(a, c, b)) ||
    (abd === 0 && between(a, d, b)) ||
    (cda === 0 && between(c, a, d)) ||
    (cdb === 0 && between(c, b, d))
  );
}

function between(a: Point, p: Point, b: Point): boolean {
  const [x, y] = [p[0], p[1]];
  return (
    x >= Math.min(a[0], b[0]) &&
    x <= Math.max(a[0], b[0]) &&
    y >= Math.min(a[1], b[1]) &&
    y <= Math.max(a[1], b[1])
  );
}
