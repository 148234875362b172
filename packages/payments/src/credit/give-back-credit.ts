import type { Moment, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { oweRefund, settleRefund } from '../refund.ts';

/**
 * Gives what a cancelled order was paid with credit back to that credit, at most what is left of its money. Returns how
 * much that was.
 */
export async function giveBackCredit(
  tx: Tx,
  moment: Moment,
  { orderId, left, byUser }: { orderId: string; left: Dong; byUser: string | null },
): Promise<Dong> {
  const spent = await tx.creditEntry.findUnique({ where: { key: `spent:${orderId}` } });
  const amount = dong(Math.min(left, spent ? Number(-spent.dong) : 0));
  if (!spent || amount === 0) return dong(0);
  const key = `cancelled:${orderId}:credit`;
  const owed = await oweRefund(tx, moment, { orderId, amount, reason: 'cancelled', key, byUser });
  if (!owed.ok) throw new Error(`a refund of spent credit was refused: ${owed.error.code}`);
  const refundId = owed.value;
  const given = await settleRefund(tx, moment, { refundId, through: 'credit', reference: refundId, byUser });
  if (!given.ok) throw new Error(`a refund of spent credit was not given: ${given.error.code}`);
  const told = { phone: spent.phone, orderId, refundId, at: moment.now, byUser };
  await tx.creditEntry.create({
    data: { kind: 'given_back', dong: BigInt(amount), key: `back:${orderId}`, ...told },
  });
  return amount;
}
