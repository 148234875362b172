import { describe, expect, it } from 'vitest';
import ward from '../data/phuoc-long-ward.json';
import { placeInWard } from './place-in-ward';

const frame = { width: 132, height: 110 };
const outlineAt = (longitude: number, latitude: number) => [
  [longitude - 0.001, latitude - 0.001],
  [longitude + 0.001, latitude - 0.001],
  [longitude + 0.001, latitude + 0.001],
  [longitude - 0.001, latitude - 0.001],
];
const pointsOf = (path: string) =>
  [...path.matchAll(/(-?\d+) (-?\d+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));

describe('placeInWard', () => {
  it('keeps the whole ward within the frame, touching its margin', () => {
    const points = pointsOf(placeInWard(ward.ring, outlineAt(107.02, 11.82), frame).ward);
    expect(points).toHaveLength(61);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThanOrEqual(6);
      expect(x).toBeLessThanOrEqual(126);
      expect(y).toBeGreaterThanOrEqual(6);
      expect(y).toBeLessThanOrEqual(104);
    }
    expect(Math.min(...points.map(({ y }) => y))).toBe(6);
  });

  it('puts north above south and east right of west', () => {
    const south = placeInWard(ward.ring, outlineAt(107.0, 11.8), frame);
    const north = placeInWard(ward.ring, outlineAt(107.03, 11.84), frame);
    expect(north.y).toBeLessThan(south.y);
    expect(north.x).toBeGreaterThan(south.x);
  });

  it('shows an orchard that lies beyond the ward', () => {
    const { x, y } = placeInWard(ward.ring, outlineAt(107.2, 11.9), frame);
    expect(x).toBeLessThanOrEqual(126);
    expect(y).toBeGreaterThanOrEqual(6);
  });
});
