import { fail, ok } from '@baunghe/db';
import { lotPrices } from '@baunghe/orders';
import { endMarkdown, markDown, markdownsOfLot } from '@baunghe/stock';
import { z } from 'zod';
import { day, line } from './fields.ts';
import { only, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const manager = only('manager');
const batch = z.string().min(1).max(20);

/** How much less: `percent` off every price, or the kilogram's price in đồng. */
const off = z.discriminatedUnion('by', [
  z.object({
    by: z.literal('percent'),
    percent: z
      .number('percent_invalid')
      .int('percent_invalid')
      .min(1, 'percent_invalid')
      .max(90, 'percent_invalid'),
  }),
  z.object({
    by: z.literal('kilogram'),
    kiloDong: z
      .number('amount_missing')
      .int('amount_invalid')
      .min(1000, 'amount_invalid')
      .max(100_000_000, 'amount_invalid'),
  }),
]);

/** Fruit about to pass that is sold for less. Prices are the managers' to lower. */
export const markdownsRouter = router({
  /** The mark-downs of a lot, and what its fruit costs with the one that holds. */
  ofLot: only('packer', 'manager')
    .input(z.object({ batch }))
    .query(async ({ ctx, input }) => {
      const all = await markdownsOfLot(ctx.database, ctx.moment().now, input.batch);
      const open = all.find(({ endedAt }) => endedAt === null) ?? null;
      return { open, all, prices: await lotPrices(ctx.database, input.batch, open) };
    }),

  begin: manager
    .input(writeKey.extend({ batch, off, reason: line(200, 'why_missing'), lastDay: day }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'markdowns.begin', input, async (tx) => {
        const { batch, reason, lastDay } = input;
        const taken =
          input.off.by === 'percent'
            ? { percent: input.off.percent, kiloDong: null }
            : { percent: null, kiloDong: BigInt(input.off.kiloDong) };
        const by = { byUser: ctx.person.userId };
        const done = await markDown(tx, ctx.moment(), { batch, reason, lastDay, ...taken, ...by });
        if (!done.ok) return done;
        const prices = await lotPrices(tx, batch, taken);
        return prices.some(({ marked }) => marked !== null)
          ? ok(null)
          : fail({ code: 'markdown_not_cheaper' });
      }),
    ),

  end: manager
    .input(writeKey.extend({ batch }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'markdowns.end', input, (tx) =>
        endMarkdown(tx, ctx.moment(), { batch: input.batch, byUser: ctx.person.userId }),
      ),
    ),
});
