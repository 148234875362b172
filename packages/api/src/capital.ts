import { dong } from '@baunghe/money';
import { addCapital, membersCapital } from '@baunghe/orders';
import { z } from 'zod';
import { day, id, line, optionalLine } from './fields.ts';
import { only, provedTwice, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const entry = {
  memberId: id,
  turn: z.enum(['put_in', 'taken_out'], 'kind_missing'),
  day,
  amount: z
    .number('amount_missing')
    .int('amount_invalid')
    .min(1, 'amount_missing')
    .max(1e12, 'amount_invalid')
    .transform((amount) => dong(amount)),
  through: z.enum(['bank', 'cash'], 'through_missing'),
  reference: line(80, 'reference_missing'),
  note: optionalLine(200),
};

/** Capital that members have in the cooperative, as those look after it who see to the money. */
export const capitalRouter = router({
  /** Who has any, with every entry, and all members to choose from. */
  board: only('manager', 'accountant').query(async ({ ctx }) => {
    const [holders, members] = await Promise.all([
      membersCapital(ctx.database),
      ctx.database.member.findMany({
        orderBy: { code: 'asc' },
        select: { id: true, code: true, name: true },
      }),
    ]);
    return { holders, members };
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
});
