import { fail, ok, vietnamDay } from '@baunghe/db';
import { dong } from '@baunghe/money';
import {
  addDealing,
  addYearRule,
  approveYear,
  correctSide,
  dropYear,
  payShare,
  prepareYear,
  undoDealing,
  unpaidShares,
  yearBounds,
  yearView,
} from '@baunghe/orders';
import { lostFruit } from '@baunghe/stock';
import { z } from 'zod';
import { bookDay, id, line, optionalLine } from './fields.ts';
import { tellShares } from './tell-shares.ts';
import { only, provedTwice, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const keeper = only('manager', 'accountant');
const payer = provedTwice('manager', 'accountant');

const year = z
  .number('number_invalid')
  .int('number_invalid')
  .min(2000, 'number_invalid')
  .max(2999, 'number_invalid');
const why = line(200, 'why_missing');
const side = z.enum(['internal', 'external'], 'side_missing');

const dealing = {
  kind: z.enum(['income', 'cost'], 'kind_missing'),
  side,
  day: bookDay,
  amount: z
    .number('amount_missing')
    .int('amount_invalid')
    .min(1, 'amount_missing')
    .max(1e12, 'amount_invalid')
    .transform((amount) => dong(amount)),
  through: z.enum(['bank', 'cash'], 'through_missing'),
  what: line(200, 'words_missing'),
  reference: line(80, 'reference_missing'),
};

/** A year of the cooperative, as those look after it who see to the money. */
export const yearEndRouter = router({
  /** A year as it stands or as it was closed, and what fruit was lost in it; this year where none is named. */
  one: keeper.input(z.object({ year: year.nullable() })).query(async ({ ctx, input }) => {
    const { now } = ctx.moment();
    const asked = input.year ?? vietnamDay(now).getUTCFullYear();
    const [view, lost] = await Promise.all([
      yearView(ctx.database, now, asked),
      lostFruit(ctx.database, yearBounds(asked)),
    ]);
    const own = view.closing
      ? await ctx.database.yearEnd.count({ where: { id: view.closing.id, preparedBy: ctx.person.userId } })
      : 0;
    return { ...view, lost, isOwn: own > 0, mayAddRule: ctx.person.roles.includes('manager') };
  }),

  prepare: keeper
    .input(writeKey.extend({ year }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'yearEnd.prepare', input, (tx) => prepareYear(tx, ctx.moment(), ctx.person, input.year)),
    ),

  /** Approves what somebody else prepared, and tells its members by SMS. */
  approve: payer.input(writeKey.extend({ id })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'yearEnd.approve', input, async (tx) => {
      const approved = await approveYear(tx, ctx.moment(), ctx.person, input.id);
      if (approved.ok) await tellShares(tx, ctx.moment(), ctx.settings, input.id);
      return approved;
    }),
  ),

  /** What of a closed year's surplus is still to be paid to members, and where to. */
  unpaid: keeper.input(z.object({ year })).query(async ({ ctx, input }) => {
    const shares = await unpaidShares(ctx.database, input.year);
    return shares ? ok(shares) : fail({ code: 'year_unknown' });
  }),

  /** Writes down that a member was paid their share. */
  payShare: payer
    .input(
      writeKey.extend({
        yearEndId: id,
        memberId: id,
        through: z.enum(['bank', 'cash'], 'through_missing'),
        reference: line(80, 'reference_missing'),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'yearEnd.payShare', input, (tx) => {
        const { key: _key, ...paid } = input;
        return payShare(tx, ctx.moment(), ctx.person, paid);
      }),
    ),

  drop: keeper.input(writeKey.extend({ id, why })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'yearEnd.drop', input, (tx) => {
      const { key: _key, ...told } = input;
      return dropYear(tx, ctx.moment(), ctx.person, told);
    }),
  ),

  /** How a surplus is shared from a year on. */
  addRule: only('manager')
    .input(
      writeKey.extend({
        fromYear: year,
        fundHundredths: z
          .number('percent_invalid')
          .int('percent_invalid')
          .min(0, 'percent_invalid')
          .max(10_000, 'percent_invalid'),
        byUse: z.enum(['grams', 'dong'], 'kind_missing'),
        capitalHundredths: z
          .number('percent_invalid')
          .int('percent_invalid')
          .min(0, 'percent_invalid')
          .max(10_000, 'percent_invalid')
          .default(0),
        note: optionalLine(200),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'yearEnd.addRule', input, (tx) => {
        const { key: _key, ...rule } = input;
        return addYearRule(tx, ctx.moment(), ctx.person, rule);
      }),
    ),

  /** Writes down income or a cost that no order tells of. */
  addDealing: keeper.input(writeKey.extend(dealing)).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'yearEnd.addDealing', input, (tx) => {
      const { key: _key, ...told } = input;
      return addDealing(tx, ctx.moment(), ctx.person, told);
    }),
  ),

  undoDealing: keeper.input(writeKey.extend({ id, why })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'yearEnd.undoDealing', input, (tx) => {
      const { key: _key, ...told } = input;
      return undoDealing(tx, ctx.moment(), ctx.person, told);
    }),
  ),

  /** Puts an order on the other side of the membership. */
  correctSide: keeper
    .input(
      writeKey.extend({
        orderCode: z
          .string()
          .max(20)
          .transform((typed) => typed.trim().toUpperCase()),
        side,
        why,
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'yearEnd.correctSide', input, (tx) =>
        correctSide(tx, ctx.moment(), ctx.person, { ...input, code: input.orderCode }),
      ),
    ),
});
