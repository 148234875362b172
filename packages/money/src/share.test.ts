import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dong, sumDong } from './dong.ts';
import { share } from './share.ts';

it('gives what is left to the largest remainders', () => {
  expect(share(dong(100), [1, 1, 1])).toEqual([34, 33, 33]);
  expect(share(dong(10), [1, 2, 3])).toEqual([2, 3, 5]);
  expect(share(dong(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
  expect(share(dong(0), [0, 0])).toEqual([0, 0]);
});

it('refuses what cannot be shared', () => {
  expect(() => share(dong(5), [0, 0])).toThrow(RangeError);
  expect(() => share(dong(5), [])).toThrow(RangeError);
  expect(() => share(dong(5), [1, -1])).toThrow(RangeError);
});

it('loses no đồng, and gives nobody a đồng more or less than their part', () => {
  const weights = fc.array(fc.nat(1_000_000_000), { minLength: 1 }).filter((all) => all.some((w) => w > 0));
  fc.assert(
    fc.property(fc.integer(), weights, (amount, all) => {
      const parts = share(dong(amount), all);
      const total = all.reduce((sum, weight) => sum + weight, 0);
      expect(sumDong(parts)).toBe(amount);
      parts.forEach((part, at) => {
        const off = BigInt(part) * BigInt(total) - BigInt(amount) * BigInt(all[at] ?? 0);
        expect(off < BigInt(total) && off > -BigInt(total)).toBe(true);
      });
    }),
  );
});
