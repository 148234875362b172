import { takesSms } from '@baunghe/coop';
import { fail, ok, type Tx } from '@baunghe/db';
import { creditBoard, grantCredit, payOutCredit } from '@baunghe/payments';
import { z } from 'zod';
import type { ApiContext } from './context.ts';
import { id, line, phone, sumOfMoney } from './fields.ts';
import { openOwn, ownOrder } from './own-order.ts';
import { tellBuyer } from './tell-buyer.ts';
import { anyone, only, provedTwice, router } from './trpc.ts';
import { writeKey, writeOnce } from './write-once.ts';

const treasurer = only('manager', 'accountant');

/** Money kept for the next order, of a phone number. */
export const creditRouter = router({
  /**
   * Keeps what is owed back for an order as credit, as its buyer chose. The code that opens it is sent to the order's
   * number and shown to nobody here, since who has an order's key need not have its telephone.
   */
  keep: anyone.input(writeKey.extend(ownOrder.shape)).mutation(async ({ ctx, input }) => {
    const own = await openOwn(ctx, input);
    if (!own.ok) return own;
    const { orderId } = own.value;
    return writeOnce(ctx, 'credit.keep', input, async (tx) => {
      if (!(await mayKeepCredit(tx, ctx.settings, orderId))) return fail({ code: 'nothing_to_keep' });
      const due = await tx.refund.findMany({
        where: { state: 'due', payment: { orderId } },
        select: { id: true },
      });
      for (const { id: refundId } of due) {
        const granted = await grantCredit(tx, ctx.moment(), { refundId, byUser: null });
        if (!granted.ok) return granted;
      }
      await tellBuyer(tx, ctx.moment(), ctx.settings, { orderId, kind: 'credit_granted' });
      return ok(null);
    });
  }),

  /** Gives a refund as credit, as agreed with its buyer; the code is sent to them. */
  grant: treasurer.input(writeKey.extend({ refundId: id })).mutation(({ ctx, input }) =>
    writeOnce(ctx, 'credit.grant', input, async (tx) => {
      const { refundId } = input;
      const granted = await grantCredit(tx, ctx.moment(), { refundId, byUser: ctx.person.userId });
      if (!granted.ok) return granted;
      const { payment } = await tx.refund.findUniqueOrThrow({
        where: { id: refundId },
        include: { payment: true },
      });
      await tellBuyer(tx, ctx.moment(), ctx.settings, { orderId: payment.orderId, kind: 'credit_granted' });
      return ok(null);
    }),
  ),

  /** Everybody's credit. */
  board: treasurer.query(({ ctx }) => creditBoard(ctx.database)),

  /** Writes down that credit was paid out in money. */
  payOut: provedTwice('manager', 'accountant')
    .input(
      writeKey.extend({
        phone,
        amount: sumOfMoney,
        through: z.enum(['bank', 'cash'], 'through_missing'),
        reference: line(80, 'reference_missing'),
      }),
    )
    .mutation(({ ctx, input }) =>
      writeOnce(ctx, 'credit.payOut', input, (tx) =>
        payOutCredit(tx, ctx.moment(), { ...input, byUser: ctx.person.userId }),
      ),
    ),
});

/** Whether a buyer may keep what is owed back: something is due that goes onto no card, and its code can be sent. */
export async function mayKeepCredit(
  tx: Tx,
  { sms }: ApiContext['settings'],
  orderId: string,
): Promise<boolean> {
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { phone: true, demo: true, erasedAt: true, method: true },
  });
  if (!sms || order.demo || order.erasedAt || order.method === 'card' || !takesSms(order.phone)) return false;
  return (await tx.refund.count({ where: { state: 'due', payment: { orderId } } })) > 0;
}
