import { heldCash, payoutsOfCarriers, takePayout, undoPayout } from '@baunghe/orders';
import { bankLines } from '@baunghe/payments';
import { z } from 'zod';
import { id, line, sumOfMoney } from './fields.ts';
import { namesOf } from './names-of.ts';
import { only, provedTwice } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const MOST_LISTED = 50;

/** The most orders whose cash is handed over at once. */
export const MOST_HANDED_OVER = 500;

const keeper = only('manager', 'accountant');
const payer = provedTwice('manager', 'accountant');

/** The cash that carriers collect: what they hold, what they hand over, and what was booked wrongly of that. */
export const carrierCash = {
  /** What carriers hold of the cash that they collected, what they handed over, and movements that may be more of it. */
  cash: keeper.query(async ({ ctx }) => {
    const [held, payouts, lines] = await Promise.all([
      heldCash(ctx.database),
      payoutsOfCarriers(ctx.database, MOST_LISTED),
      bankLines(ctx.database, { show: 'unknown', after: null, limit: MOST_LISTED }),
    ]);
    const people = payouts.flatMap(({ byUser, undone }) => [byUser, undone?.byUser ?? null]);
    const names = await namesOf(ctx.database, people);
    return { held, payouts, names, lines: lines.rows.filter(({ direction }) => direction === 'in') };
  }),

  /** Writes down what a carrier handed over. */
  takePayout: payer
    .input(
      writeKey.extend({
        carrier: z.string().min(1).max(20),
        orderIds: z.array(id).min(1, 'order_missing').max(MOST_HANDED_OVER),
        amount: sumOfMoney,
        through: z.enum(['bank', 'cash'], 'through_missing'),
        reference: line(80, 'reference_missing'),
        lineId: id.nullable(),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'carriers.takePayout', input, (tx) => {
        const { key: _key, ...payout } = input;
        return takePayout(tx, ctx.moment(), ctx.person, payout);
      }),
    ),

  /** Undoes a payout that was booked wrongly: by a counter-entry, and its movement and its cash are free again. */
  undoPayout: payer
    .input(writeKey.extend({ payoutId: id, why: line(200, 'why_missing') }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'carriers.undoPayout', input, (tx) =>
        undoPayout(tx, ctx.moment(), ctx.person, { payoutId: input.payoutId, why: input.why }),
      ),
    ),
};
