import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import ward from '../data/phuoc-long-ward.json';
import { simplifyOutline } from './simplify-outline';

describe('simplifyOutline', () => {
  it('drops the corner that matters least', () => {
    const square = [
      [0, 0],
      [1, 0.001],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ];
    expect(simplifyOutline(square, 4)).toEqual([
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ]);
  });

  it('leaves an outline alone that is simple enough', () => {
    const triangle = [
      [0, 0],
      [1, 0],
      [0, 1],
      [0, 0],
    ];
    expect(simplifyOutline(triangle, 24)).toEqual(triangle);
    expect(simplifyOutline([], 24)).toEqual([]);
  });

  it('keeps at most so many corners, all of them given ones, and stays closed', () => {
    const corner = fc.tuple(
      fc.double({ min: 106, max: 108, noNaN: true }),
      fc.double({ min: 11, max: 12, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(corner, { minLength: 3, maxLength: 60 }),
        fc.integer({ min: 3, max: 24 }),
        (corners, most) => {
          const simple = simplifyOutline([...corners, corners[0] ?? []], most);
          expect(simple.length).toBeLessThanOrEqual(Math.min(most, corners.length) + 1);
          expect(simple.at(-1)).toEqual(simple[0]);
          for (const kept of simple) expect(corners).toContainEqual(kept);
        },
      ),
    );
  });

  it('drew the ward with sixty corners', () => {
    expect(ward.ring).toHaveLength(61);
    expect(ward.ring.at(-1)).toEqual(ward.ring[0]);
  });
});
