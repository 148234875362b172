import { CorrectionReason, fail, ok } from '@baunghe/db';
import { correctEvent, lotEvents, lotsInStore } from '@baunghe/stock';
import { z } from 'zod';
import { line, weight } from './fields.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');

/** Events that were recorded wrongly: declared so by later ones, never changed. */
export const correctionsRouter = router({
  /** What was recorded about a lot, the newest first. */
  ofLot: manager.input(z.object({ batch: z.string().min(1).max(20) })).query(async ({ ctx, input }) => {
    const [lot] = await lotsInStore(ctx.database, { ...input, limit: 1 });
    return lot ? ok(await lotEvents(ctx.database, lot.lotId, 500)) : fail({ code: 'lot_unknown' });
  }),

  declare: manager
    .input(
      writeKey.extend({
        eventId: z.string().min(1).max(200),
        reason: z.enum(CorrectionReason, 'why_missing'),
        words: line(300, 'words_missing'),
        rightGrams: weight.nullable(),
        rightEventId: z.string().max(200).nullable(),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'corrections.declare', input, (tx) => {
        const by = { userId: ctx.person.userId, gln: ctx.settings.gln };
        return correctEvent(tx, ctx.moment(), by, input);
      }),
    ),
});
