import { type BookAccount, type Moment, newId, type Tx } from '@baunghe/db';
import type { Dong } from '@baunghe/money';

/** One side of an entry: positive is debit, negative credit, in whole đồng. */
export interface Side {
  account: BookAccount;
  dong: Dong;
}

/**
 * Enters something in the books, once by its key: the sides sum to zero or the database refuses the commit, and a
 * second entry with the same key throws. Sides of zero are left out.
 */
export async function enterInBooks(
  tx: Tx,
  moment: Moment,
  entry: { key: string; orderId: string | null; sides: readonly Side[] },
): Promise<void> {
  const id = newId('jrn', moment);
  await tx.journal.create({ data: { id, key: entry.key, orderId: entry.orderId, at: moment.now } });
  const moving = entry.sides.filter((side) => side.dong !== 0);
  await tx.posting.createMany({
    data: moving.map((side) => ({ journalId: id, account: side.account, dong: BigInt(side.dong) })),
  });
}

/** What each account stands at, in đồng; the sum of all is zero. */
export async function trialBalance(tx: Tx): Promise<{ account: BookAccount; dong: bigint }[]> {
  const sums = await tx.posting.groupBy({
    by: ['account'],
    _sum: { dong: true },
    orderBy: { account: 'asc' },
  });
  return sums.map((row) => ({ account: row.account, dong: row._sum.dong ?? 0n }));
}
