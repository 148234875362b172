import type { Tx } from '@baunghe/db';
import { type Dong, dong, taxWithin } from '@baunghe/money';

/**
 * The VAT within what is taken off an order that is sent, out of the books: by the rate of what was not good, or by what
 * the order holds as a whole; never more than what is still owed to the State of it, and all of that where nothing is
 * left to pay.
 */
export async function taxForgone(
  tx: Tx,
  { orderId, off, costs, taxRate }: { orderId: string; off: Dong; costs: Dong; taxRate: number | undefined },
): Promise<Dong> {
  const { _sum } = await tx.posting.aggregate({
    where: { account: 'vat', journal: { orderId } },
    _sum: { dong: true },
  });
  const owed = dong(-(_sum.dong ?? 0n));
  if (owed <= 0) return dong(0);
  // What was lost before the sale was booked may leave less to pay than the tax that stands in the books.
  if (off >= costs) return dong(Math.min(off, owed));
  const within = taxRate === undefined ? ofWhole(off, owed, costs) : taxWithin(off, taxRate);
  // What is left to pay holds at least nothing, and at most all of itself.
  return dong(Math.max(Math.min(within, owed), owed - (costs - off)));
}

/** Rounded to the đồng, a half upwards. */
const ofWhole = (off: Dong, owed: Dong, costs: Dong): Dong =>
  dong((2n * BigInt(off) * BigInt(owed) + BigInt(costs)) / (2n * BigInt(costs)));
