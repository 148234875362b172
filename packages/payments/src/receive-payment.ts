import { fail, lockRows, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { enterInBooks } from './books.ts';

/** Money that came in, as somebody outside told it. */
export interface IncomingMoney {
  orderId: string;
  /** Who told it, such as `staff` or a bank feed; with `reference` it counts once. */
  source: string;
  reference: string;
  amount: Dong;
  into: 'bank' | 'cash';
  byUser: string | null;
}

/** Why money cannot be booked on an order. */
export type PaymentRefusal =
  | { code: 'payment_unknown' }
  | { code: 'payment_cancelled' }
  | { code: 'amount_differs'; expected: Dong }
  | { code: 'already_received'; at: Date }
  | { code: 'reference_used' };

/**
 * Books money received for an order. The same news told again changes nothing and gives the same answer; other news
 * about a paid order is refused, so that a double payment is seen; so is news that was told about another order.
 */
export async function receivePayment(
  tx: Tx,
  moment: Moment,
  money: IncomingMoney,
): Promise<Result<{ receivedAt: Date }, PaymentRefusal>> {
  const found = await tx.payment.findUnique({ where: { orderId: money.orderId } });
  if (!found) return fail({ code: 'payment_unknown' });
  await lockRows(tx, 'payment', [found.id]);
  const told = await tx.paymentEvent.findUnique({
    where: { source_reference: { source: money.source, reference: money.reference } },
  });
  const payment = await tx.payment.findUniqueOrThrow({ where: { id: found.id } });
  if (payment.state === 'received' && payment.receivedAt) {
    return told?.paymentId === payment.id
      ? ok({ receivedAt: payment.receivedAt })
      : fail({ code: 'already_received', at: payment.receivedAt });
  }
  if (told) return fail({ code: 'reference_used' });
  if (payment.state === 'cancelled') return fail({ code: 'payment_cancelled' });
  const expected = dong(payment.amountDong);
  if (expected !== money.amount) return fail({ code: 'amount_differs', expected });
  await book(tx, moment, payment.id, money);
  return ok({ receivedAt: moment.now });
}

async function book(tx: Tx, moment: Moment, paymentId: string, money: IncomingMoney): Promise<void> {
  await tx.paymentEvent.create({
    data: {
      id: newId('pev', moment),
      source: money.source,
      reference: money.reference,
      paymentId,
      amountDong: BigInt(money.amount),
      at: moment.now,
      byUser: money.byUser,
    },
  });
  await tx.payment.update({ where: { id: paymentId }, data: { state: 'received', receivedAt: moment.now } });
  await enterInBooks(tx, moment, {
    key: `received:${money.source}:${money.reference}`,
    orderId: money.orderId,
    sides: [
      { account: money.into, dong: money.amount },
      { account: 'buyers', dong: dong(-money.amount) },
    ],
  });
}
