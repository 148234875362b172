import { MOST_DAYS_SEEN, overview, periodSeen, QUESTIONS, rowsBehind, shortageOf } from '@baunghe/orders';
import { z } from 'zod';
import { day } from './fields.ts';
import { only, router } from './trpc.ts';

/** A page of rows on screen; a file asks for more at once. */
const MOST_ROWS = 1000;
const DAY_MS = 86_400_000;

const reader = only('manager', 'accountant');

const asked = z.union([
  z.object({ kind: z.enum(['week', 'month', 'season']) }),
  z
    .object({ kind: z.literal('days'), from: day, to: day })
    .refine(({ from, to }) => from <= to, { message: 'period_turned_round', path: ['to'] })
    .refine(({ from, to }) => +to - +from < MOST_DAYS_SEEN * DAY_MS, {
      message: 'period_too_long',
      path: ['from'],
    }),
]);

const word = z.string().min(1).max(64).optional();

const of = z.object({
  product: word,
  variety: word,
  week: day.optional(),
  kind: word,
  plot: word,
  lot: word,
  days: z.number().int().min(-1000).max(10_000).optional(),
  member: word,
});

/** What the cooperative wants to see at a glance, and the rows that every figure of it is the sum of. */
export const seeingRouter = router({
  /** Sales, shortage ahead, losses, harvests, days to the door and what members are owed, as sums. */
  look: reader.input(z.object({ period: asked })).query(async ({ ctx, input }) => {
    const { now } = ctx.moment();
    return overview(ctx.database, now, await periodSeen(ctx.database, now, input.period));
  }),

  /** A page of the rows behind a figure, and their sums; of a week's shortage also how it comes of them and of usual sales. */
  rows: reader
    .input(
      z.object({
        question: z.enum(QUESTIONS),
        period: asked,
        of,
        after: z.string().max(200).nullable(),
        limit: z.number().int().min(1).max(MOST_ROWS),
      }),
    )
    .query(async ({ ctx, input: { question, period, of: such, ...page } }) => {
      const { now } = ctx.moment();
      const days = await periodSeen(ctx.database, now, period);
      const rows = await rowsBehind(ctx.database, now, question, days, such, page);
      const shortage = question === 'shortage' ? await shortageOf(ctx.database, now, such) : null;
      return { period: days, ...rows, shortage };
    }),
});
