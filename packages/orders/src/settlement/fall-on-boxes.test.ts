import { dong } from '@baunghe/money';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fallOnBoxes } from './fall-on-boxes.ts';
import { cooperativePart, type Keeps } from './rules.ts';

const money = fc.integer({ min: 1, max: 50_000_000 });
const keeps: fc.Arbitrary<Keeps> = fc.oneof(
  fc.record({ kind: fc.constant('percent' as const), hundredths: fc.integer({ min: 0, max: 10_000 }) }),
  fc.record({ kind: fc.constant('per_kg' as const), amount: fc.integer({ min: 0, max: 200_000 }).map(dong) }),
);
const boxes = fc.array(fc.integer({ min: 1, max: 30_000 }), { minLength: 1, maxLength: 5 });
const lines = fc.array(fc.record({ sum: money, grams: boxes }), { minLength: 1, maxLength: 4 });

it('gives members and the cooperative together exactly what the goods were sold for, none of them less than nothing', () => {
  fc.assert(
    fc.property(money, lines, keeps, (goods, told, rule) => {
      const order = told.map(({ sum, grams }, line) => ({
        sum: dong(sum),
        boxes: grams.map((weight, box) => ({ id: `${line}.${box}`, grams: weight })),
      }));
      const parts = fallOnBoxes({ goods: dong(goods), lines: order });
      let [members, cooperative] = [0, 0];
      for (const { id, grams } of order.flatMap((line) => line.boxes)) {
        const gross = parts.get(id) ?? dong(-1);
        const kept = cooperativePart(rule, gross, grams);
        expect(Math.min(gross, kept, gross - kept)).toBeGreaterThanOrEqual(0);
        members += gross - kept;
        cooperative += kept;
      }
      expect(members + cooperative).toBe(goods);
    }),
    { numRuns: 60 },
  );
});
