import { fail, ok } from '@baunghe/db';
import { qrSvg } from '@baunghe/labels';
import {
  bankName,
  dropRefund,
  moneyOfOrder,
  type RefundOfOrder,
  reconcile,
  refundById,
  refundPurpose,
  refunds,
  STANDINGS,
  settleRefund,
  standings,
  trialBalance,
  vietQrPayload,
} from '@baunghe/payments';
import { z } from 'zod';
import { id, line } from './fields.ts';
import { only, provedTwice, router } from './trpc.ts';
import { waysToPay } from './ways-to-pay.ts';
import { writeKey, writeOnce } from './write-once.ts';

const PER_PAGE = 50;

const treasurer = only('manager', 'accountant');

/** The orders' money as managers and accountants look after it. */
export const moneyRouter = router({
  /** Payments against their orders, and how many stand in which way. */
  board: treasurer
    .input(z.object({ show: z.enum(['differences', 'all', ...STANDINGS]), after: id.nullable() }))
    .query(async ({ ctx, input }) => ({
      ...(await reconcile(ctx.database, { ...input, limit: PER_PAGE })),
      counts: await standings(ctx.database),
      unknownLines: await ctx.database.bankLine.count({ where: { matches: { none: { undoing: null } } } }),
      feed: ctx.settings.bankFeed?.by ?? null,
      ways: waysToPay(ctx),
    })),

  /** What each account of the books stands at, in đồng: they come to nothing together. */
  books: treasurer.query(({ ctx }) => trialBalance(ctx.database)),

  /** What came in for an order, what is missing and what is owed back. */
  ofOrder: treasurer.input(z.object({ orderId: id })).query(async ({ ctx, input }) => {
    const money = await moneyOfOrder(ctx.database, input.orderId);
    return money ? ok(money) : fail({ code: 'payment_unknown' });
  }),

  refunds: treasurer
    .input(z.object({ show: z.enum(['due', 'closed']), after: id.nullable() }))
    .query(({ ctx, input }) => refunds(ctx.database, { ...input, limit: PER_PAGE })),

  /** One refund, and the transfer that gives it where its buyer said to which account. */
  refund: treasurer.input(z.object({ refundId: id })).query(async ({ ctx, input }) => {
    const refund = await refundById(ctx.database, input.refundId);
    return refund ? ok({ ...refund, transfer: transferOf(refund) }) : fail({ code: 'refund_unknown' });
  }),

  /** Writes down that a refund was given by bank or in cash. */
  settle: provedTwice('manager', 'accountant')
    .input(
      writeKey.extend({
        refundId: id,
        through: z.enum(['bank', 'cash'], 'through_missing'),
        reference: line(80, 'reference_missing'),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'money.settle', input, (tx) => {
        const { key: _key, ...given } = input;
        return settleRefund(tx, ctx.moment(), { ...given, byUser: ctx.person.userId });
      }),
    ),

  /** Drops a refund that is not to be given after all. */
  drop: treasurer
    .input(writeKey.extend({ refundId: id, why: line(200, 'why_missing') }))
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'money.drop', input, (tx) => {
        const { refundId, why } = input;
        return dropRefund(tx, ctx.moment(), { refundId, why, byUser: ctx.person.userId });
      }),
    ),
});

function transferOf({ id: refundId, state, amount, payout }: RefundOfOrder) {
  if (!payout || state !== 'due') return null;
  const purpose = refundPurpose(refundId);
  const payload = vietQrPayload({ bin: payout.bin, account: payout.account, amount, purpose });
  return { ...payout, purpose, bankName: bankName(payout.bin), svg: qrSvg(payload) };
}
