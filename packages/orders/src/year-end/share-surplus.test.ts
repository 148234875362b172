import { dong } from '@baunghe/money';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareSurplus } from './share-surplus.ts';

const use = fc.record({
  memberId: fc.string(),
  grams: fc.integer({ min: 0, max: 1e9 }),
  sold: fc.integer({ min: 0, max: 1e11 }).map(dong),
});

it('gives away a surplus to the đồng: the fund its rate at least, members by their use, of a loss nothing', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e12 }).map(dong),
      fc.integer({ min: -1e6, max: 1e12 }).map(dong),
      fc.integer({ min: 500, max: 10_000 }),
      fc.constantFrom('grams' as const, 'dong' as const),
      fc.array(use, { maxLength: 12 }),
      (surplus, externalIncome, fundHundredths, byUse, uses) => {
        const given = shareSurplus({ surplus, externalIncome, fundHundredths, byUse, uses });
        const whole = Math.max(0, surplus);
        const least = Math.ceil((Math.max(0, externalIncome) * fundHundredths) / 10_000 - 1e-6);
        expect(given.fund + given.members).toBe(whole);
        expect(given.fund).toBeGreaterThanOrEqual(Math.min(whole, least));
        expect(given.shares.reduce((sum, { share }) => sum + share, 0)).toBe(given.members);
        const weight = (one: (typeof uses)[number]) => (byUse === 'grams' ? one.grams : one.sold);
        const total = uses.reduce((sum, one) => sum + weight(one), 0);
        for (const one of given.shares) {
          if (total === 0) expect(one.share).toBe(0);
          else expect(Math.abs(one.share - (given.members * weight(one)) / total)).toBeLessThan(1.01);
        }
      },
    ),
    { numRuns: 60 },
  );
});
