import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { type CloseRefundRefusal, settleRefund } from '../refund.ts';
import { openCredit } from './open-credit.ts';

/** Credit as it stands after an act. */
export interface CreditLeft {
  phone: string;
  code: string;
  balance: Dong;
}

/**
 * Gives a refund that is due as credit of its buyer's phone number: the refund is closed, and what it was worth may be
 * spent on another order.
 */
export async function grantCredit(
  tx: Tx,
  moment: Moment,
  { refundId, byUser }: { refundId: string; byUser: string | null },
): Promise<Result<CreditLeft, CloseRefundRefusal>> {
  const refund = await tx.refund.findUnique({
    where: { id: refundId },
    include: { payment: { select: { order: { select: { id: true, phone: true, erasedAt: true } } } } },
  });
  // Of an order whose number is erased nobody is left to have it.
  if (!refund || refund.payment.order.erasedAt) return fail({ code: 'refund_unknown' });
  const { id: orderId, phone } = refund.payment.order;
  await openCredit(tx, moment, phone);
  const given = await settleRefund(tx, moment, { refundId, through: 'credit', reference: refundId, byUser });
  if (!given.ok) return given;
  const told = { phone, orderId, refundId, note: refund.note, at: moment.now, byUser };
  await tx.creditEntry.create({
    data: { kind: 'granted', dong: refund.amountDong, key: `granted:${refundId}`, ...told },
  });
  return ok(await creditLeft(tx, phone));
}

/** What a number's credit stands at. */
export async function creditLeft(tx: Tx, phone: string): Promise<CreditLeft> {
  const { code, balanceDong } = await tx.creditAccount.findUniqueOrThrow({ where: { phone } });
  return { phone, code, balance: dong(balanceDong) };
}
