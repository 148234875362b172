import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Corner, firstView, gridMetres, MAP_SIZE, moved, toPixels, toPlace, zoomed } from './map-view';

const place = fc.tuple(
  fc.double({ min: 102, max: 118, noNaN: true }),
  fc.double({ min: 7, max: 23, noNaN: true }),
) as fc.Arbitrary<Corner>;

describe('a drawn map', () => {
  it('gives the place that was tapped, wherever it lies and however near it is seen', () => {
    const pixel = fc.record({
      x: fc.integer({ min: 0, max: MAP_SIZE }),
      y: fc.integer({ min: 0, max: MAP_SIZE }),
    });
    fc.assert(
      fc.property(place, pixel, fc.integer({ min: -6, max: 6 }), (middle, at, near) => {
        const view = zoomed({ middle, metresAcross: 1000 }, 2 ** near);
        const back = toPixels(view, toPlace(view, at));
        expect(Math.hypot(back.x - at.x, back.y - at.y)).toBeLessThan(0.01);
      }),
      { numRuns: 60 },
    );
  });

  it('shows all of an outline at first, and the neighbours where there is none', () => {
    const square: Corner[] = [
      [107.01, 11.82],
      [107.012, 11.82],
      [107.012, 11.8209],
    ];
    for (const view of [firstView(square, []), firstView([], [square])]) {
      for (const { x, y } of square.map((corner) => toPixels(view, corner))) {
        expect(Math.min(x, y)).toBeGreaterThan(0);
        expect(Math.max(x, y)).toBeLessThan(MAP_SIZE);
      }
    }
    expect(firstView([], []).middle).toEqual([106.97, 11.81]);
  });

  it('goes a square at a time, and says how wide a square is', () => {
    const view = { middle: [107, 11.8] as Corner, metresAcross: 400 };
    expect(gridMetres(view)).toBe(100);
    const { x, y } = toPixels(view, moved(view, 1, -1).middle);
    expect([Math.round(x), Math.round(y)]).toEqual([240, 240]);
  });
});
