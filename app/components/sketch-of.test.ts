import { describe, expect, it } from 'vitest';
import { roundLength, sketchOf } from './sketch-of';

const frame = { width: 320, height: 220, margin: 34 };

describe('the sketch of a plot', () => {
  it('keeps to the frame and its scale', () => {
    // A square of about 111 m at the equator.
    const sketch = sketchOf(
      [
        [0, 0],
        [0.001, 0],
        [0.001, 0.001],
        [0, 0.001],
        [0, 0],
      ],
      undefined,
      frame,
    );
    const numbers = [...sketch.plot.matchAll(/[\d.]+/g)].map(([text]) => Number(text));
    expect(Math.max(...numbers)).toBeLessThanOrEqual(frame.width);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(frame.margin);
    expect(sketch.barMetres).toBe(50);
    expect(sketch.barWidth).toBeCloseTo((50 * 152) / 111.32, 0);
  });

  it('shows a place as a dot, and none that lies beyond it', () => {
    const square = [
      [0, 0],
      [0.001, 0],
      [0.001, 0.001],
      [0, 0.001],
      [0, 0],
    ];
    const at = (longitude: number, latitude: number) =>
      sketchOf(square, undefined, frame, { longitude, latitude }).dot;
    expect(at(0.0005, 0.0005)).toEqual({ x: 160, y: 110 });
    expect(at(0.001, 0.001)).toEqual({ x: 236, y: 34 });
    expect(at(0.1, 0.0005)).toBeNull();
    expect(sketchOf(square, undefined, frame).dot).toBeNull();
  });

  it('scales by round lengths only', () => {
    expect([7, 23, 99, 100, 450, 0.7].map(roundLength)).toEqual([5, 20, 50, 100, 200, 0.5]);
  });
});
