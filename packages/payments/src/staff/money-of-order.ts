import type { BookAccount, RefundReason, RefundState, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { missingOf } from '../amount-due.ts';

/** What came in for an order and what is owed back. */
export interface MoneyOfOrder {
  /** What it is to be paid with in all. */
  amount: Dong;
  received: Dong;
  missing: Dong;
  events: MoneyEvent[];
  refunds: RefundView[];
  /** Where its buyer wants money sent; null: not told, or nothing is owed any more. */
  payout: { bin: string; account: string; holder: string } | null;
}

/** Money that came in. */
export interface MoneyEvent {
  id: string;
  at: Date;
  amount: Dong;
  /** Who told of it, such as `staff`, `bank` or `delivery`. */
  source: string;
  reference: string;
  byUser: string | null;
}

/** Money owed back, or given. */
export interface RefundView {
  id: string;
  amount: Dong;
  reason: RefundReason;
  note: string | null;
  state: RefundState;
  createdAt: Date;
  closedAt: Date | null;
  closedNote: string | null;
  through: BookAccount | null;
  reference: string | null;
}

/** The money of an order, or null for one without a payment. */
export async function moneyOfOrder(tx: Tx, orderId: string): Promise<MoneyOfOrder | null> {
  const payment = await tx.payment.findUnique({
    where: { orderId },
    include: {
      events: { include: { bankMatch: { include: { line: true } } }, orderBy: { id: 'asc' } },
      refunds: { orderBy: { id: 'asc' } },
      payoutAccount: { select: { bin: true, account: true, holder: true } },
    },
  });
  if (!payment) return null;
  const { amountDong, receivedDong, payoutAccount } = payment;
  return {
    amount: dong(amountDong),
    received: dong(receivedDong),
    missing: missingOf(payment),
    events: payment.events.map(({ id, at, amountDong: came, source, reference, byUser, bankMatch }) => ({
      id,
      at: bankMatch?.line.at ?? at,
      amount: dong(came),
      source,
      // The bank's own number says more to people than ours.
      reference: bankMatch?.line.reference || reference,
      byUser,
    })),
    refunds: payment.refunds.map(refundView),
    payout: payoutAccount,
  };
}

/** A refund as people see it. */
export function refundView(refund: Omit<RefundView, 'amount'> & { amountDong: bigint }): RefundView {
  const { id, amountDong, reason, note, state, createdAt, closedAt, closedNote, through, reference } = refund;
  const told = { id, amount: dong(amountDong), reason, note, state, createdAt };
  return { ...told, closedAt, closedNote, through, reference };
}
