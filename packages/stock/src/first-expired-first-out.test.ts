import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allot, firstExpiredFirst, type SellableLot, unitsIn } from './index.ts';

const day = fc.integer({ min: 0, max: 20 }).map((days) => new Date(Date.UTC(2026, 5, 1 + days)));
const lots: fc.Arbitrary<SellableLot[]> = fc.uniqueArray(
  fc.record({
    lotId: fc.string({ minLength: 1, maxLength: 8 }),
    batch: fc.stringMatching(/^[0-9A-Z]{8}$/),
    varietyCode: fc.constant('RI6'),
    grade: fc.constant('A'),
    cutOn: day,
    bestBefore: day,
    freeGrams: fc.integer({ min: 0, max: 100_000 }),
    markdown: fc.constant(null),
  }),
  { selector: (lot) => lot.lotId, maxLength: 12 },
);
const unitGrams = fc.integer({ min: 1, max: 20_000 });
const units = fc.integer({ min: 1, max: 60 });

const total = (allotted: { units: number }[]) => allotted.reduce((sum, lot) => sum + lot.units, 0);

describe('what is shared out of lots', () => {
  it('is what was asked for, or all that there is', () => {
    fc.assert(
      fc.property(lots, unitGrams, units, (from, weight, wanted) => {
        expect(total(allot(from, weight, wanted))).toBe(Math.min(wanted, unitsIn(from, weight)));
      }),
    );
  });

  it('is never more of a lot than is free in it, and never a part of a unit', () => {
    fc.assert(
      fc.property(lots, unitGrams, units, (from, weight, wanted) => {
        for (const { lotId, units: given } of allot(from, weight, wanted)) {
          expect(Number.isInteger(given) && given > 0).toBe(true);
          const free = from.find((lot) => lot.lotId === lotId)?.freeGrams ?? -1;
          expect(given * weight).toBeLessThanOrEqual(free);
        }
      }),
    );
  });

  it('comes of each lot once, and of none while one before it could still give a unit', () => {
    fc.assert(
      fc.property(lots, unitGrams, units, (from, weight, wanted) => {
        const sorted = from.toSorted(firstExpiredFirst);
        const allotted = allot(sorted, weight, wanted);
        const places = allotted.map(({ lotId }) => sorted.findIndex((lot) => lot.lotId === lotId));
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        const last = places.at(-1) ?? 0;
        sorted.slice(0, last).forEach((lot, place) => {
          const given = allotted[places.indexOf(place)]?.units ?? 0;
          expect(lot.freeGrams - given * weight).toBeLessThan(weight);
        });
      }),
    );
  });

  it('stands in an order that is the same whichever way the lots came', () => {
    fc.assert(
      fc.property(lots, (from) => {
        const distinct = [...new Map(from.map((lot) => [lot.batch, lot])).values()];
        const sorted = distinct.toSorted(firstExpiredFirst);
        expect(distinct.toReversed().sort(firstExpiredFirst)).toEqual(sorted);
        for (const [place, lot] of sorted.entries())
          expect(+lot.bestBefore).toBeGreaterThanOrEqual(+(sorted[place - 1]?.bestBefore ?? 0));
      }),
    );
  });
});
