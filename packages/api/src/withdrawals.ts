import { endWithdrawal, withdrawLot } from '@baunghe/orders';
import { z } from 'zod';
import { line } from './fields.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');

const called = writeKey.extend({
  batch: z.string().min(1).max(20),
  reason: line(300, 'why_missing'),
});

/** Lots that are called back: held at once, and said so to whoever holds a box. */
export const withdrawalsRouter = router({
  withdraw: manager.input(called).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'withdrawals.withdraw', input, (tx) => {
      const { batch, reason } = input;
      const by = { userId: ctx.person.userId, gln: ctx.settings.gln };
      return withdrawLot(tx, ctx.moment(), by, { batch, reason });
    }),
  ),

  end: manager.input(called).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'withdrawals.end', input, (tx) => {
      const { batch, reason } = input;
      const by = { userId: ctx.person.userId, gln: ctx.settings.gln };
      return endWithdrawal(tx, ctx.moment(), by, { batch, reason });
    }),
  ),
});
