import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { lockPayment, missingOf } from './amount-due.ts';
import { bookMoney, type IncomingMoney } from './book-money.ts';
import { oweRefund } from './refund.ts';

/** What money that is already here did for its order. */
export type MoneyTaken =
  | { kind: 'paid' }
  | { kind: 'short'; missing: Dong }
  /** It was paid, with more than it cost; the rest is owed back. */
  | { kind: 'over'; tooMuch: Dong; refundId: string }
  /** The order was paid or cancelled before: all of it is owed back. */
  | { kind: 'not_wanted'; refundId: string }
  /** This news was taken before. */
  | { kind: 'told_before' };

/**
 * Takes money that a bank or a card company says is here: it cannot be refused, so it is booked whatever its sum, and
 * what is too much is owed back. The same source and reference counts once, on one order.
 */
export async function takeMoney(
  tx: Tx,
  moment: Moment,
  money: IncomingMoney,
): Promise<Result<MoneyTaken, { code: 'payment_unknown' } | { code: 'reference_used' }>> {
  const payment = await lockPayment(tx, money.orderId);
  if (!payment) return fail({ code: 'payment_unknown' });
  const { source, reference, amount, orderId } = money;
  const told = await tx.paymentEvent.findUnique({ where: { source_reference: { source, reference } } });
  if (told?.paymentId === payment.id) return ok({ kind: 'told_before' });
  if (told) return fail({ code: 'reference_used' });
  const missing = missingOf(payment);
  const after = await bookMoney(tx, moment, payment.id, money);
  if (amount < missing) return ok({ kind: 'short', missing: missingOf(after) });
  if (amount === missing) return ok({ kind: 'paid' });
  const tooMuch = dong(amount - missing);
  const late = payment.state === 'cancelled';
  const owed = await oweRefund(tx, moment, {
    orderId,
    amount: tooMuch,
    reason: late ? 'paid_late' : 'overpaid',
    key: `too_much:${source}:${reference}`,
    byUser: money.byUser,
  });
  if (!owed.ok) throw new Error(`a refund of money that just came in was refused: ${owed.error.code}`);
  const refundId = owed.value;
  return ok(missing > 0 ? { kind: 'over', tooMuch, refundId } : { kind: 'not_wanted', refundId });
}
