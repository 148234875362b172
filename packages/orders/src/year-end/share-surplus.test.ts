import { dong } from '@baunghe/money';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareSurplus } from './share-surplus.ts';

const use = fc.record({
  memberId: fc.string(),
  grams: fc.integer({ min: 0, max: 1e9 }),
  sold: fc.integer({ min: 0, max: 1e11 }).map(dong),
  capital: fc.integer({ min: 0, max: 1e12 }).map(dong),
});

it('gives away a surplus to the đồng: the fund its rate at least, members by their use and capital, of a loss nothing', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1e9, max: 1e12 }).map(dong),
      fc.integer({ min: -1e6, max: 1e12 }).map(dong),
      fc.integer({ min: 500, max: 10_000 }),
      fc.constantFrom('grams' as const, 'dong' as const),
      fc.integer({ min: 0, max: 4999 }),
      fc.array(use, { maxLength: 12 }),
      (surplus, externalIncome, fundHundredths, byUse, capitalHundredths, uses) => {
        const rule = { fundHundredths, byUse, capitalHundredths };
        const given = shareSurplus({ surplus, externalIncome, ...rule, uses });
        const whole = Math.max(0, surplus);
        const least = Math.ceil((Math.max(0, externalIncome) * fundHundredths) / 10_000 - 1e-6);
        expect(given.fund + given.members).toBe(whole);
        expect(given.fund).toBeGreaterThanOrEqual(Math.min(whole, least));
        expect(given.shares.reduce((sum, { share }) => sum + share, 0)).toBe(given.members);
        const weight = (one: (typeof uses)[number]) => (byUse === 'grams' ? one.grams : one.sold);
        const total = uses.reduce((sum, one) => sum + weight(one), 0);
        const capital = uses.reduce((sum, one) => sum + one.capital, 0);
        const forCapital = given.shares.reduce((sum, { byCapital }) => sum + byCapital, 0);
        const asked = capital === 0 || total === 0 ? 0 : (given.members * capitalHundredths) / 10_000;
        expect(Math.abs(forCapital - asked)).toBeLessThan(1.01);
        for (const one of given.shares) {
          if (total === 0) expect(one.share).toBe(0);
          else {
            const byUse = ((given.members - forCapital) * weight(one)) / total;
            expect(Math.abs(one.share - one.byCapital - byUse)).toBeLessThan(1.01);
            const fair = capital === 0 ? 0 : (forCapital * one.capital) / capital;
            expect(Math.abs(one.byCapital - fair)).toBeLessThan(1.01);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});
