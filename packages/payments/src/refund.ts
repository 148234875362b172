import {
  type BookAccount,
  fail,
  lockRows,
  type Moment,
  newId,
  ok,
  type RefundReason,
  type Result,
  type Tx,
} from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { enterInBooks } from './books.ts';

/** Money to be given back to the buyer of an order. */
export interface OwedRefund {
  orderId: string;
  amount: Dong;
  reason: RefundReason;
  /** What made it, such as `overpaid:bank:FT1`: a second one with the same key changes nothing. */
  key: string;
  note?: string | null;
  byUser?: string | null;
}

/** Why nothing is owed back. */
export type OweRefusal =
  | { code: 'payment_unknown' }
  /** More than what is left of the money that came in. */
  | { code: 'refund_too_much'; most: Dong };

/**
 * Writes down that money is owed back, at most what came in and is not owed or given back yet. While the order is paid,
 * what it costs must have been lowered first (`changeAmountDue`). Returns the refund's id.
 */
export async function oweRefund(
  tx: Tx,
  moment: Moment,
  owed: OwedRefund,
): Promise<Result<string, OweRefusal>> {
  const found = await tx.payment.findUnique({ where: { orderId: owed.orderId }, select: { id: true } });
  if (!found) return fail({ code: 'payment_unknown' });
  await lockRows(tx, 'payment', [found.id]);
  const told = await tx.refund.findUnique({ where: { key: owed.key }, select: { id: true } });
  if (told) return ok(told.id);
  const payment = await tx.payment.findUniqueOrThrow({ where: { id: found.id } });
  const most = dong(payment.receivedDong - payment.refundDong);
  if (owed.amount > most) return fail({ code: 'refund_too_much', most });
  const { key, reason, note = null, byUser = null } = owed;
  const id = newId('rfd', moment);
  const told_ = { key, reason, note, createdAt: moment.now, createdBy: byUser };
  await tx.refund.create({ data: { id, paymentId: found.id, amountDong: BigInt(owed.amount), ...told_ } });
  return ok(id);
}

/** How a refund was given. */
export interface GivenRefund {
  refundId: string;
  through: Extract<BookAccount, 'bank' | 'cash' | 'card' | 'credit'>;
  /** What the bank, the card company or the receipt calls it. */
  reference: string;
  byUser: string | null;
}

/** Why a refund cannot be closed. */
export type CloseRefundRefusal = { code: 'refund_unknown' } | { code: 'refund_closed'; at: Date };

/** Books that money owed back was given. */
export async function settleRefund(
  tx: Tx,
  moment: Moment,
  { refundId, through, reference, byUser }: GivenRefund,
): Promise<Result<void, CloseRefundRefusal>> {
  const open = await lockOpenRefund(tx, refundId);
  if (!open.ok) return open;
  const { amountDong, payment } = open.value;
  const closed = { state: 'settled', closedAt: moment.now, closedBy: byUser, through, reference } as const;
  await tx.refund.update({ where: { id: refundId }, data: closed });
  await enterInBooks(tx, moment, {
    key: `refunded:${refundId}`,
    orderId: payment.orderId,
    sides: [
      { account: 'buyers', dong: dong(amountDong) },
      { account: through, dong: dong(-amountDong) },
    ],
  });
  return ok(undefined);
}

/** Drops a refund that is not to be given after all, with the reason; its money counts as kept again. */
export async function dropRefund(
  tx: Tx,
  moment: Moment,
  { refundId, why, byUser }: { refundId: string; why: string; byUser: string },
): Promise<Result<void, CloseRefundRefusal>> {
  const open = await lockOpenRefund(tx, refundId);
  if (!open.ok) return open;
  const closed = { state: 'dropped', closedAt: moment.now, closedBy: byUser, closedNote: why } as const;
  await tx.refund.update({ where: { id: refundId }, data: closed });
  return ok(undefined);
}

async function lockOpenRefund(tx: Tx, refundId: string) {
  const found = await tx.refund.findUnique({ where: { id: refundId }, select: { paymentId: true } });
  if (!found) return fail({ code: 'refund_unknown' } as const);
  await lockRows(tx, 'payment', [found.paymentId]);
  const refund = await tx.refund.findUniqueOrThrow({ where: { id: refundId }, include: { payment: true } });
  if (refund.closedAt) return fail({ code: 'refund_closed', at: refund.closedAt } as const);
  return ok(refund);
}
