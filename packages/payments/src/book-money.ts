import { type Moment, newId, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { missingOf } from './amount-due.ts';
import { enterInBooks } from './books.ts';

/** Money that came in, as somebody outside told it. */
export interface IncomingMoney {
  orderId: string;
  /** Who told it, such as `staff` or a bank feed; with `reference` it counts once. */
  source: string;
  reference: string;
  amount: Dong;
  into: 'bank' | 'cash' | 'card' | 'credit' | 'carriers';
  byUser: string | null;
}

/**
 * Writes money down on a payment that is locked, and in the books; the payment is received once nothing is missing.
 * A second telling of one source and reference throws. Returns the payment as it stands then.
 */
export async function bookMoney(tx: Tx, moment: Moment, paymentId: string, money: IncomingMoney) {
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
  await enterInBooks(tx, moment, {
    key: `received:${money.source}:${money.reference}`,
    orderId: money.orderId,
    sides: [
      { account: money.into, dong: money.amount },
      { account: 'buyers', dong: dong(-money.amount) },
    ],
  });
  const payment = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } });
  if (payment.state !== 'awaiting' || missingOf(payment) > 0) return payment;
  return tx.payment.update({ where: { id: paymentId }, data: { state: 'received', receivedAt: moment.now } });
}
