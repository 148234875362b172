import { fail, ok } from '@baunghe/db';
import { typedOrderCode } from '@baunghe/orders';
import {
  assignToOrder,
  assignToRefund,
  bankLines,
  type LineOutcome,
  readFeed,
  setLineAside,
  takeLine,
} from '@baunghe/payments';
import { z } from 'zod';
import { id, line } from './fields.ts';
import { anyone, only, router } from './trpc.ts';
import { untilNoDeadlock, writeKey, writeOnce } from './write-once.ts';

/** The longest telling of a bank feed, in characters. */
export const MOST_BANK_BODY = 65_536;

const PER_PAGE = 50;

const manager = only('manager');

/** What moves on the bank account: told by a feed or a statement, and what it is found to be. */
export const bankRouter = router({
  /**
   * What a bank feed posts, believed by its key or signature. Sent twice it is dealt with once, by the feed's own number
   * instead of a writer's key.
   */
  receive: anyone
    .input(
      z.object({
        body: z.string().max(MOST_BANK_BODY),
        authorization: z.string().max(300),
        signature: z.string().max(200),
        timestamp: z.string().max(40),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const { bankFeed, bank } = ctx.settings;
      if (!bankFeed) return fail({ code: 'not_set_up' });
      const moment = ctx.moment();
      const told = readFeed(bankFeed, input, moment.now);
      if (!told.ok) return told;
      const line = told.value;
      if (line === null) return ok<LineOutcome | 'ignored'>('ignored');
      const teller = { provider: bankFeed.by, byUser: null };
      const outcome = await untilNoDeadlock(() =>
        ctx.database.$transaction((tx) => takeLine(tx, moment, teller, line, bank?.account ?? null)),
      );
      ctx.written();
      return ok<LineOutcome | 'ignored'>(outcome);
    }),

  /** Movements, newest first: those that wait for staff, or all, with what each was found to be. */
  lines: manager
    .input(z.object({ show: z.enum(['unknown', 'all']), after: id.nullable() }))
    .query(({ ctx, input }) => bankLines(ctx.database, { ...input, limit: PER_PAGE })),

  /** Takes a movement that nobody knew for an order's money, or for a refund that was given. */
  assign: manager
    .input(
      writeKey.extend({
        lineId: id,
        to: z.discriminatedUnion('what', [
          z.object({ what: z.literal('order'), code: line(40, 'code_invalid') }),
          z.object({ what: z.literal('refund'), refundId: id }),
        ]),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'bank.assign', input, async (tx) => {
        const { lineId, to } = input;
        const byUser = ctx.person.userId;
        if (to.what === 'refund')
          return assignToRefund(tx, ctx.moment(), { lineId, refundId: to.refundId, byUser });
        const orderCode = typedOrderCode(to.code);
        return assignToOrder(tx, ctx.moment(), { lineId, orderCode, byUser });
      }),
    ),

  /** Says that a movement has to do with no order, and why. */
  setAside: manager
    .input(writeKey.extend({ lineId: id, why: line(200, 'why_missing') }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'bank.setAside', input, (tx) =>
        setLineAside(tx, ctx.moment(), {
          lineId: input.lineId,
          why: input.why,
          byUser: ctx.person.userId,
        }),
      ),
    ),
});
