import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import type { Dong } from '@baunghe/money';
import { lockPayment, missingOf } from './amount-due.ts';
import { bookMoney, type IncomingMoney } from './book-money.ts';

/** Why money cannot be booked on an order. */
export type PaymentRefusal =
  | { code: 'payment_unknown' }
  | { code: 'payment_cancelled' }
  | { code: 'amount_differs'; expected: Dong }
  | { code: 'already_received'; at: Date }
  | { code: 'reference_used' };

/**
 * Books money that somebody here says came in for an order: exactly what is missing of it. The same news told again
 * changes nothing and gives the same answer; other news about a paid order is refused, so that a double payment is seen;
 * so is news that was told about another order. What a bank or a card company says is taken by `takeMoney`.
 */
export async function receivePayment(
  tx: Tx,
  moment: Moment,
  money: IncomingMoney,
): Promise<Result<{ receivedAt: Date }, PaymentRefusal>> {
  const payment = await lockPayment(tx, money.orderId);
  if (!payment) return fail({ code: 'payment_unknown' });
  const told = await tx.paymentEvent.findUnique({
    where: { source_reference: { source: money.source, reference: money.reference } },
  });
  if (payment.state === 'received' && payment.receivedAt) {
    return told?.paymentId === payment.id
      ? ok({ receivedAt: payment.receivedAt })
      : fail({ code: 'already_received', at: payment.receivedAt });
  }
  if (told) return fail({ code: 'reference_used' });
  if (payment.state === 'cancelled') return fail({ code: 'payment_cancelled' });
  const expected = missingOf(payment);
  if (expected !== money.amount) return fail({ code: 'amount_differs', expected });
  await bookMoney(tx, moment, payment.id, money);
  return ok({ receivedAt: moment.now });
}
