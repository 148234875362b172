import { createHash } from 'node:crypto';
import { ok, ReturnOutcome } from '@baunghe/db';
import { keepEvidence } from '@baunghe/farm';
import { type ReturnMoney, takeBack } from '@baunghe/orders';
import { z } from 'zod';
import { id, line, photoClaim, sumOfMoney, weight } from './fields.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

/** What is owed for the box: its share, a part, or nothing; of the latter two why. */
const money = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('share') }),
    z.object({ kind: z.literal('part'), amount: sumOfMoney, why: line(200, 'why_missing') }),
    z.object({ kind: z.literal('none'), why: line(200, 'why_missing') }),
  ],
  'money_missing',
) satisfies z.ZodType<ReturnMoney>;

const staff = only('packer', 'manager');

/** Boxes that come back from their buyer or their carrier. */
export const returnsRouter = router({
  takeBack: staff
    .input(
      writeKey.extend({
        boxId: id,
        grams: weight,
        outcome: z.enum(ReturnOutcome, 'outcome_missing'),
        reason: line(200, 'why_missing'),
        photo: z.instanceof(Uint8Array).nullish(),
        photoClaim,
        money,
      }),
    )
    .mutation(({ ctx, input }) => {
      const { key, photo: original, photoClaim: claim, ...entry } = input;
      // Told apart by its hash: a photo of many megabytes would be slow to write out whole.
      const sum = original ? { photo: createHash('sha256').update(original).digest('hex') } : {};
      return writeOnce(ctx, 'returns.takeBack', { ...entry, key, ...sum }, async (tx) => {
        const kept = original ? await keepEvidence(tx, ctx.moment(), original, claim) : ok(null);
        if (!kept.ok) return kept;
        const by = { userId: ctx.person.userId, gln: ctx.settings.gln };
        return takeBack(tx, ctx.moment(), by, { ...entry, photo: kept.value });
      });
    }),
});
