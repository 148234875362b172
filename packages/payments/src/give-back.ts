import type { Moment, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { creditHeld, giveBackCredit } from './credit/give-back-credit.ts';
import { type OwedRefund, oweRefund } from './refund.ts';

/** What giving money back came to. */
export interface GivenBack {
  /** The refund that waits to be sent, of what was paid in money. */
  due: string | null;
  /** The refund that is credit again already, of what was paid with credit. */
  credited: string | null;
}

/**
 * Gives back what an order is paid beyond what it costs, to where it came from (decision 0178): first what was paid in
 * money, which waits to be sent; what is beyond all of that was paid with credit, and is credit of the same number again
 * at once. The payment must be locked, and hold as much.
 */
export async function giveBack(tx: Tx, moment: Moment, owed: OwedRefund): Promise<GivenBack> {
  const payment = await tx.payment.findUniqueOrThrow({ where: { orderId: owed.orderId } });
  const held = await creditHeld(tx, owed.orderId);
  const money = Math.max(0, Number(payment.receivedDong - payment.refundDong) - (held?.amount ?? 0));
  const back = dong(Math.min(Math.max(0, owed.amount - money), held?.amount ?? 0));
  const credited =
    held && back > 0 ? await giveBackCredit(tx, moment, { ...owed, amount: back }, held) : null;
  return { due: await owe(tx, moment, owed, dong(owed.amount - back)), credited };
}

async function owe(tx: Tx, moment: Moment, owed: OwedRefund, amount: Dong): Promise<string | null> {
  if (amount === 0) return null;
  const refund = await oweRefund(tx, moment, { ...owed, amount });
  if (!refund.ok) throw new Error(`a refund within what came in was refused: ${refund.error.code}`);
  return refund.value;
}
