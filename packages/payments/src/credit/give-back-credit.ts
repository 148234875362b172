import type { Moment, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { type OwedRefund, oweRefund, settleRefund } from '../refund.ts';

/** Credit that an order is paid with and that was not given back. */
export interface CreditHeld {
  phone: string;
  amount: Dong;
}

/**
 * How much of an order is paid with credit still, and whose, locked until the transaction ends; null where nothing is,
 * or where its number was erased and nobody would get it back.
 */
export async function creditHeld(tx: Tx, orderId: string): Promise<CreditHeld | null> {
  const [spent] = await tx.$queryRaw<{ phone: string }[]>`
    SELECT a."phone" FROM "credit_account" a JOIN "credit_entry" e ON e."phone" = a."phone"
    WHERE e."key" = ${`spent:${orderId}`} AND a."phone" NOT LIKE 'erased:%' FOR UPDATE OF a`;
  if (!spent) return null;
  const { _sum } = await tx.creditEntry.aggregate({
    where: { orderId, kind: { in: ['spent', 'given_back'] } },
    _sum: { dong: true },
  });
  return { phone: spent.phone, amount: dong(-(_sum.dong ?? 0n)) };
}

/** Gives what an order was paid with credit back to that credit. Returns the refund's id, which is closed. */
export async function giveBackCredit(
  tx: Tx,
  moment: Moment,
  { key, ...owed }: OwedRefund,
  { phone }: CreditHeld,
): Promise<string> {
  const refund = await oweRefund(tx, moment, { ...owed, key: creditKey(key) });
  if (!refund.ok) throw new Error(`a refund of spent credit was refused: ${refund.error.code}`);
  const { orderId, amount, byUser = null } = owed;
  const refundId = refund.value;
  const given = await settleRefund(tx, moment, { refundId, through: 'credit', reference: refundId, byUser });
  if (!given.ok) throw new Error(`a refund of spent credit was not given: ${given.error.code}`);
  const told = { phone, orderId, refundId, at: moment.now, byUser };
  await tx.creditEntry.create({
    data: { kind: 'given_back', dong: BigInt(amount), key: `back:${refundId}`, ...told },
  });
  return refundId;
}

/** The key of the refund of credit that goes with one of money. */
export const creditKey = (key: string): string => `${key}:credit`;
