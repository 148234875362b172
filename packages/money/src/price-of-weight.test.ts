import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dong } from './dong.ts';
import { grams } from './grams.ts';
import { priceOfWeight } from './price-of-weight.ts';

it.each([
  [95_000, 3_420, 324_900],
  [1, 500, 1],
  [1, 499, 0],
  [333, 1_500, 500],
  [-1, 500, 0],
  [-1, 501, -1],
  [-3, 1_000, -3],
])('%d đồng a kilogram, %d g: %d', (price, weight, cost) => {
  expect(priceOfWeight(dong(price), grams(weight))).toBe(cost);
});

it('stays within half a đồng of the exact price', () => {
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.nat(10_000_000), (price, weight) => {
      const off = BigInt(priceOfWeight(dong(price), grams(weight))) * 1000n - BigInt(price) * BigInt(weight);
      expect(off > -500n && off <= 500n).toBe(true);
    }),
  );
});
