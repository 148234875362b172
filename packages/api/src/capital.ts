import { dong } from '@baunghe/money';
import { addCapital, addCharterCapital, charterCapital, membersCapital, mostOfOne } from '@baunghe/orders';
import { z } from 'zod';
import { bookDay, id, line, optionalLine } from './fields.ts';
import { only, provedTwice, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const amount = z
  .number('amount_missing')
  .int('amount_invalid')
  .min(1, 'amount_missing')
  .max(1e12, 'amount_invalid')
  .transform((typed) => dong(typed));

const entry = {
  memberId: z.string('member_missing').min(1, 'member_missing').pipe(id),
  turn: z.enum(['put_in', 'taken_out'], 'kind_missing'),
  ...{ day: bookDay, amount },
  through: z.enum(['bank', 'cash'], 'through_missing'),
  reference: line(80, 'reference_missing'),
  note: optionalLine(200),
};

/** Capital that members have in the cooperative, as those look after it who see to the money. */
export const capitalRouter = router({
  /** Who has any, with every entry, the charter capital, and all members to choose from. */
  board: only('manager', 'accountant').query(async ({ ctx }) => {
    const [holders, charter, members] = await Promise.all([
      membersCapital(ctx.database, ctx.moment().now),
      charterCapital(ctx.database),
      ctx.database.member.findMany({
        orderBy: { code: 'asc' },
        select: { id: true, code: true, name: true },
      }),
    ]);
    const [now] = charter;
    return {
      ...{ holders, charter, members, most: now ? mostOfOne(now.amount) : null },
      mayAddCharter: ctx.person.roles.includes('manager'),
    };
  }),

  /** Writes down capital put in or taken out. */
  add: provedTwice('manager', 'accountant')
    .input(writeKey.extend(entry))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'capital.add', input, (tx) => {
        const { key: _key, ...told } = input;
        return addCapital(tx, ctx.moment(), ctx.person, told);
      }),
    ),

  /** Writes down what the charter names as its capital from a day on. */
  addCharter: only('manager')
    .input(
      writeKey.extend({ fromDay: bookDay, charterAmount: amount, paper: line(200, 'reference_missing') }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'capital.addCharter', input, (tx) => {
        const { fromDay, charterAmount, paper } = input;
        return addCharterCapital(tx, ctx.moment(), ctx.person, { fromDay, amount: charterAmount, paper });
      }),
    ),
});
