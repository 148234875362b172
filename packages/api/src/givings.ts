import { dong } from '@baunghe/money';
import {
  addGivingRule,
  approveGiving,
  declineGiving,
  givingRules,
  givingsBoard,
  givingsWaiting,
  limitsOf,
} from '@baunghe/orders';
import { z } from 'zod';
import { afterClaimGranted } from './claim-granted.ts';
import { id, line, optionalLine } from './fields.ts';
import { namesOf } from './names-of.ts';
import { only, provedTwice, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const MOST_LISTED = 50;
const MOST_RULES = 20;

const keeper = only('manager', 'accountant');

/** A limit in đồng; null: any sum. */
const limit = z
  .number('amount_invalid')
  .int('amount_invalid')
  .min(0, 'amount_invalid')
  .max(2e12, 'amount_invalid')
  .transform((amount) => dong(amount))
  .nullable();
const alone = z.object({ refund: limit, credit: limit, anew: limit, ofOrder: limit });

/** What is given away, up to which sum by role, and by which second person beyond it. */
export const givingsRouter = router({
  /** What waits for a second person, what two people decided, and the rules. */
  board: keeper.query(async ({ ctx }) => {
    const { userId, roles } = ctx.person;
    const [board, rules, mine] = await Promise.all([
      givingsBoard(ctx.database, MOST_LISTED),
      givingRules(ctx.database, MOST_RULES),
      limitsOf(ctx.database, userId),
    ]);
    const names = await namesOf(ctx.database, [
      ...[...board.waiting, ...board.decided].flatMap(({ askedBy, closedBy }) => [askedBy, closedBy]),
      ...rules.map(({ byUser }) => byUser),
    ]);
    return { ...board, rules, mine, names, me: userId, mayAddRule: roles.includes('manager') };
  }),

  /** How many wait for a second person. */
  waiting: keeper.query(({ ctx }) => givingsWaiting(ctx.database)),

  /** Approves what somebody else asked to give away, and gives it. */
  approve: provedTwice('manager', 'accountant')
    .input(writeKey.extend({ id }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'givings.approve', input, async (tx) => {
        const given = await approveGiving(tx, ctx.moment(), ctx.person, input.id);
        if (!given.ok) return given;
        const told = await afterClaimGranted(tx, ctx, given.value);
        return told.ok ? given : told;
      }),
    ),

  /** Declines what waits, with a reason; whoever asked may take it back. */
  decline: only('packer', 'manager', 'accountant')
    .input(writeKey.extend({ id, why: line(200, 'why_missing') }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'givings.decline', input, (tx) => {
        const { userId, roles } = ctx.person;
        const mayDecline = roles.includes('manager') || roles.includes('accountant');
        return declineGiving(tx, ctx.moment(), { userId, mayDecline }, input);
      }),
    ),

  /** Writes down what each role may give away from now on. */
  addRule: provedTwice('manager')
    .input(
      writeKey.extend({
        note: optionalLine(200),
        packer: alone,
        accountant: alone.extend({ second: limit }),
        manager: alone,
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'givings.addRule', input, (tx) => {
        const { key: _key, ...rule } = input;
        return addGivingRule(tx, ctx.moment(), ctx.person, rule);
      }),
    ),
});
