import { expect, it } from 'vitest';
import { metresFromPlot } from './index.ts';

/** About 109 by 111 metres at 11.82° north. */
const PLOT = [
  [107.01, 11.82],
  [107.011, 11.82],
  [107.011, 11.821],
  [107.01, 11.821],
  [107.01, 11.82],
] as const;

it('is nothing within, the way to the nearest edge or corner outside', () => {
  expect(metresFromPlot(PLOT, { latitude: 11.8205, longitude: 107.0105 })).toBe(0);
  expect(metresFromPlot(PLOT, { latitude: 11.822, longitude: 107.0105 })).toBe(111);
  expect(metresFromPlot(PLOT, { latitude: 11.8205, longitude: 107.012 })).toBe(109);
  expect(metresFromPlot(PLOT, { latitude: 11.822, longitude: 107.012 })).toBe(156);
});

it('is the same whichever way round the outline is drawn, and unknown without one', () => {
  const round = [...PLOT].reverse();
  expect(metresFromPlot(round, { latitude: 11.8205, longitude: 107.0105 })).toBe(0);
  expect(metresFromPlot(round, { latitude: 11.819, longitude: 107.0105 })).toBe(111);
  expect(metresFromPlot([], { latitude: 11.82, longitude: 107 })).toBeNull();
});
