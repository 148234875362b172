import { fail, ok, plusDays, type Tx, vietnamDay } from '@baunghe/db';
import { dong } from '@baunghe/money';
import {
  addSharingRule,
  approveSettlement,
  dropSettlement,
  lastSettledDay,
  membersMoney,
  payAdvance,
  payStatement,
  prepareSettlement,
  previewSettlement,
  settlements,
  settlementView,
  sharingRules,
} from '@baunghe/orders';
import { BANKS } from '@baunghe/payments';
import { z } from 'zod';
import { day, id, line, optionalLine, sumOfMoney } from './fields.ts';
import { tellStatements } from './tell-statements.ts';
import { only, provedTwice, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const MOST_LISTED = 60;

const keeper = only('manager', 'accountant');
/** Moves money, or says that it may be moved. */
const payer = provedTwice('manager', 'accountant');

const period = z.object({ fromDay: day, toDay: day });

const paid = {
  through: z.enum(['bank', 'cash'], 'through_missing'),
  reference: line(80, 'reference_missing'),
};

const keeps = z.discriminatedUnion(
  'kind',
  [
    z.object({
      kind: z.literal('percent'),
      hundredths: z
        .number('percent_invalid')
        .int('percent_invalid')
        .min(0, 'percent_invalid')
        .max(10_000, 'percent_invalid'),
    }),
    z.object({
      kind: z.literal('per_kg'),
      amount: z
        .number('amount_invalid')
        .int('amount_invalid')
        .min(0, 'amount_invalid')
        .max(1e8, 'amount_invalid')
        .transform((amount) => dong(amount)),
    }),
  ],
  'kind_missing',
);

/** What members are owed, settled for a period, as those look after it who see to the money. */
export const settlementRouter = router({
  /** Settlements, rules, what a next period would be, and members with their accounts and advances. */
  board: keeper.query(async ({ ctx }) => {
    const [rows, rules, members] = await Promise.all([
      settlements(ctx.database, MOST_LISTED),
      sharingRules(ctx.database),
      membersMoney(ctx.database),
    ]);
    const next = await nextPeriod(ctx.database, ctx.moment().now);
    return { rows, rules, members, next, banks: BANKS, mayAddRule: ctx.person.roles.includes('manager') };
  }),

  /** What the settlement of a period would be; nothing is written. */
  preview: keeper.input(period).query(async ({ ctx, input }) => {
    const reckoned = await previewSettlement(ctx.database, ctx.moment(), input);
    if (!reckoned.ok) return reckoned;
    const known = new Map((await membersMoney(ctx.database)).map((member) => [member.memberId, member]));
    const members = reckoned.value.members.map((member) => {
      const { code = '', name = '' } = known.get(member.memberId) ?? {};
      return { ...member, code, name };
    });
    return ok({ members, lines: reckoned.value.lines.length });
  }),

  one: keeper.input(z.object({ id })).query(async ({ ctx, input }) => {
    const found = await settlementView(ctx.database, input.id);
    if (!found) return fail({ code: 'settlement_unknown' });
    const { preparedBy } = await ctx.database.settlement.findUniqueOrThrow({ where: { id: input.id } });
    return ok({ ...found, isOwn: preparedBy === ctx.person.userId });
  }),

  prepare: keeper.input(writeKey.extend(period.shape)).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'settlement.prepare', input, (tx) => {
      const { fromDay, toDay } = input;
      return prepareSettlement(tx, ctx.moment(), ctx.person, { fromDay, toDay });
    }),
  ),

  /** Approves what somebody else prepared, and tells its members by SMS. */
  approve: payer.input(writeKey.extend({ id })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'settlement.approve', input, async (tx) => {
      const approved = await approveSettlement(tx, ctx.moment(), ctx.person, input.id);
      if (approved.ok) await tellStatements(tx, ctx.moment(), ctx.settings, input.id);
      return approved;
    }),
  ),

  drop: keeper
    .input(writeKey.extend({ id, why: line(200, 'why_missing') }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'settlement.drop', input, (tx) =>
        dropSettlement(tx, ctx.moment(), ctx.person, { id: input.id, why: input.why }),
      ),
    ),

  /** How sales are shared from a day on. */
  addRule: only('manager')
    .input(writeKey.extend({ fromDay: day, keeps, claimsOnMember: z.boolean(), note: optionalLine(200) }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'settlement.addRule', input, (tx) => {
        const { key: _key, ...rule } = input;
        return addSharingRule(tx, ctx.moment(), ctx.person, rule);
      }),
    ),

  /** Writes down what a member was given before it was earned. */
  payAdvance: payer
    .input(writeKey.extend({ memberId: id, amount: sumOfMoney, ...paid }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'settlement.payAdvance', input, (tx) => {
        const { key: _key, ...advance } = input;
        return payAdvance(tx, ctx.moment(), ctx.person, advance);
      }),
    ),

  /** Writes down that a member was paid what a statement says. */
  payOut: payer.input(writeKey.extend({ statementId: id, ...paid })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'settlement.payOut', input, (tx) => {
      const { key: _key, ...payout } = input;
      return payStatement(tx, ctx.moment(), ctx.person, payout);
    }),
  ),
});

/** From the day after the last that is settled, or the first of yesterday's month, up to yesterday. */
async function nextPeriod(tx: Tx, now: Date): Promise<{ fromDay: Date; toDay: Date }> {
  const toDay = plusDays(vietnamDay(now), -1);
  const last = await lastSettledDay(tx);
  const fromDay = last
    ? plusDays(last, 1)
    : new Date(Date.UTC(toDay.getUTCFullYear(), toDay.getUTCMonth(), 1));
  return { fromDay, toDay: new Date(Math.max(+toDay, +fromDay)) };
}
