import { fail, lockRows, type Moment, ok, type Result, type Tx } from '@baunghe/db';

/** Where a buyer wants money owed back to be sent. */
export interface PayoutAccount {
  bin: string;
  account: string;
  holder: string;
}

/**
 * Keeps where the buyer of an order wants money sent, in place of what was told before. Refused where nothing is owed:
 * an account is kept only until the last refund is closed, when the database forgets it.
 */
export async function keepPayoutAccount(
  tx: Tx,
  moment: Moment,
  { orderId, ...account }: PayoutAccount & { orderId: string },
): Promise<Result<void, { code: 'nothing_owed' }>> {
  const payment = await tx.payment.findUnique({ where: { orderId }, select: { id: true } });
  if (!payment) return fail({ code: 'nothing_owed' });
  const paymentId = payment.id;
  await lockRows(tx, 'payment', [paymentId]);
  const due = await tx.refund.count({ where: { paymentId, state: 'due' } });
  if (due === 0) return fail({ code: 'nothing_owed' });
  const told = { ...account, at: moment.now };
  await tx.payoutAccount.upsert({
    where: { paymentId },
    create: { paymentId, ...told },
    update: told,
  });
  return ok(undefined);
}
