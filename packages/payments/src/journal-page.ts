import type { BookAccount, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';

/** An entry of the books. */
export interface JournalEntry {
  id: string;
  key: string;
  at: Date;
  orderCode: string | null;
  postings: { account: BookAccount; dong: Dong }[];
}

/** Which entries: those that touch an account (null: all), and those before a known one. */
export interface JournalAsked {
  account: BookAccount | null;
  after: string | null;
  limit: number;
}

/** Entries of the books, the newest first, and the last one's id where there are more. */
export async function journalPage(
  tx: Tx,
  { account, after, limit }: JournalAsked,
): Promise<{ rows: JournalEntry[]; next: string | null }> {
  const found = await tx.journal.findMany({
    where: {
      ...(account === null ? {} : { postings: { some: { account } } }),
      ...(after === null ? {} : { id: { lt: after } }),
    },
    include: { postings: { orderBy: { id: 'asc' } } },
    orderBy: { id: 'desc' },
    take: limit + 1,
  });
  const orderIds = found.flatMap(({ orderId }) => (orderId ? [orderId] : []));
  const orders = await tx.order.findMany({
    where: { id: { in: orderIds } },
    select: { id: true, code: true },
  });
  const codes = new Map(orders.map(({ id, code }) => [id, code]));
  const rows = found.slice(0, limit).map(({ id, key, at, orderId, postings }) => ({
    ...{ id, key, at, orderCode: orderId === null ? null : (codes.get(orderId) ?? null) },
    postings: postings.map((each) => ({ account: each.account, dong: dong(each.dong) })),
  }));
  return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}
