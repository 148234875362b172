import { fail, lockRows, type Moment, ok, type RefundReason, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { enterInBooks } from './books.ts';
import { creditKey } from './credit/give-back-credit.ts';
import { giveBack } from './give-back.ts';
import { priceLost } from './price-lost.ts';
import { taxForgone } from './tax-forgone.ts';

/** How a change of what an order costs left its payment. */
export interface AmountChanged {
  /** What is still to come in; zero when it is paid. */
  missing: Dong;
  /** What is owed back now, if anything, or is credit again already. */
  refundId: string | null;
}

/** Why what is to be paid cannot change. */
export type AmountRefusal = { code: 'payment_unknown' } | { code: 'payment_cancelled' };

/** A new sum that an order is to be paid with. */
export interface NewAmount {
  orderId: string;
  amount: Dong;
  reason: RefundReason;
  /** What made the change, such as `weighed:box_1`; also the key of the refund that may come of it. */
  key: string;
  byUser?: string | null;
}

/**
 * Sets what an order is to be paid with in all. What came in beyond it is owed back; what is missing makes a paid
 * order wait for money again. Nothing is booked: before it is sent, nothing of an order stands in the books but money.
 */
export async function changeAmountDue(
  tx: Tx,
  moment: Moment,
  change: NewAmount,
): Promise<Result<AmountChanged, AmountRefusal>> {
  const { orderId, amount, reason, key, byUser } = change;
  const payment = await lockPayment(tx, orderId);
  if (!payment) return fail({ code: 'payment_unknown' });
  if (payment.state === 'cancelled') return fail({ code: 'payment_cancelled' });
  const kept = dong(payment.receivedDong - payment.refundDong);
  // Where nothing is left to pay, nothing is waited for.
  const paid = kept >= amount && (payment.receivedDong > 0n || amount === 0);
  await tx.payment.update({
    where: { id: payment.id },
    data: {
      amountDong: BigInt(amount),
      state: paid ? 'received' : 'awaiting',
      receivedAt: paid ? (payment.receivedAt ?? moment.now) : null,
    },
  });
  if (kept <= amount) return ok({ missing: dong(amount - kept), refundId: null });
  const back = await giveBack(tx, moment, { orderId, amount: dong(kept - amount), reason, key, byUser });
  return ok({ missing: dong(0), refundId: back.due ?? back.credited });
}

/**
 * Takes a sum off what a sent order costs, for fruit that was not good: booked as forgone, the VAT in it as no longer
 * owed to the State, and owed back as far as it was paid. `taxRate` is that of what was not good, in hundredths of a
 * percent; where none is told, that of the whole order. The same key again changes nothing. Refused beyond what the order still costs.
 */
export async function forgoAfterSale(
  tx: Tx,
  moment: Moment,
  { off, taxRate, ...change }: Omit<NewAmount, 'amount'> & { off: Dong; taxRate?: number },
): Promise<Result<AmountChanged, AmountRefusal | { code: 'refund_too_much'; most: Dong }>> {
  const payment = await lockPayment(tx, change.orderId);
  if (!payment) return fail({ code: 'payment_unknown' });
  const before = await tx.journal.findUnique({ where: { key: `forgone:${change.key}` } });
  if (before) {
    const [refund] = await tx.refund.findMany({
      where: { key: { in: [change.key, creditKey(change.key)] } },
      orderBy: { key: 'asc' },
      select: { id: true },
    });
    return ok({ missing: missingOf(payment), refundId: refund?.id ?? null });
  }
  const most = dong(payment.amountDong);
  if (off > most) return fail({ code: 'refund_too_much', most });
  const changed = await changeAmountDue(tx, moment, { ...change, amount: dong(most - off) });
  if (!changed.ok) return changed;
  const { orderId } = change;
  const costs = dong(most - (await priceLost(tx, orderId)));
  const tax = await taxForgone(tx, { orderId, off, costs, taxRate });
  await enterInBooks(tx, moment, {
    key: `forgone:${change.key}`,
    orderId: change.orderId,
    sides: [
      { account: 'claims', dong: dong(off - tax) },
      { account: 'vat', dong: tax },
      { account: 'buyers', dong: dong(-off) },
    ],
  });
  return changed;
}

/**
 * Closes the payment of an order that will not be: what came in for it is owed back, and credit that it was paid with is
 * credit again at once. Returns the id of the refund that is due, if any.
 */
export async function cancelPayment(
  tx: Tx,
  moment: Moment,
  { orderId, byUser }: { orderId: string; byUser: string | null },
): Promise<string | null> {
  const payment = await lockPayment(tx, orderId);
  if (!payment || payment.state === 'cancelled') return null;
  await tx.payment.update({ where: { id: payment.id }, data: { state: 'cancelled' } });
  const amount = dong(payment.receivedDong - payment.refundDong);
  if (amount === 0) return null;
  const key = `cancelled:${orderId}`;
  return (await giveBack(tx, moment, { orderId, amount, reason: 'cancelled', key, byUser })).due;
}

/** An order's payment, locked until the transaction ends; null when it has none. */
export async function lockPayment(tx: Tx, orderId: string) {
  const found = await tx.payment.findUnique({ where: { orderId }, select: { id: true } });
  if (!found) return null;
  await lockRows(tx, 'payment', [found.id]);
  return tx.payment.findUniqueOrThrow({ where: { id: found.id } });
}

/** What has still to come in of a payment: nothing of one that is cancelled or paid. */
export function missingOf(payment: {
  state: string;
  amountDong: bigint;
  receivedDong: bigint;
  refundDong: bigint;
}): Dong {
  if (payment.state === 'cancelled') return dong(0);
  const missing = payment.amountDong - (payment.receivedDong - payment.refundDong);
  return dong(missing > 0n ? missing : 0n);
}
