import type { BookAccount, CardState, Moment, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { type CardIntent, type CardSynced, syncCard } from '@baunghe/payments';
import { keepUntilPacked } from '@baunghe/stock';

/** How the card of an order stands, for its buyer and for staff. */
export interface CardOfOrder {
  state: CardState;
  /** The company's code of what went wrong last. */
  trouble: string | null;
  kept: Dong;
  taken: Dong;
  disputes: {
    id: string;
    amount: Dong;
    status: string;
    dueBy: Date | null;
    /** What was lost by it without tax, and the tax that is owed no more; null while it is not lost. */
    lost: { cost: Dong; tax: Dong } | null;
  }[];
}

/** The newest try to pay an order by card; null when there was none. */
export async function cardOfOrder(tx: Tx, orderId: string): Promise<CardOfOrder | null> {
  const card = await tx.cardPayment.findFirst({
    where: { payment: { orderId } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { disputes: { orderBy: { createdAt: 'asc' } } },
  });
  if (!card) return null;
  const key = (id: string) => `dispute_lost:${id}`;
  const booked = await tx.journal.findMany({
    where: { key: { in: card.disputes.map(({ id }) => key(id)) } },
    include: { postings: { where: { account: { in: ['claims', 'vat'] } } } },
  });
  const lostBy = (id: string) => {
    const postings = booked.find((entry) => entry.key === key(id))?.postings;
    if (!postings) return null;
    const of = (account: BookAccount) => dong(postings.find((side) => side.account === account)?.dong ?? 0n);
    return { cost: of('claims'), tax: of('vat') };
  };
  const disputes = card.disputes.map(({ id, amountDong, status, dueBy }) => ({
    ...{ id, status, dueBy, lost: lostBy(id) },
    amount: dong(amountDong),
  }));
  const sums = { kept: dong(card.authorisedDong), taken: dong(card.capturedDong) };
  return { state: card.state, trouble: card.trouble, ...sums, disputes };
}

/** Brings an order's card to what its company says now; fruit of an order whose money is kept waits to be packed. */
export async function noteCard(tx: Tx, moment: Moment, truth: CardIntent): Promise<CardSynced> {
  const synced = await syncCard(tx, moment, truth);
  if (synced.kind !== 'authorised' && synced.kind !== 'captured') return synced;
  const order = await tx.order.findUniqueOrThrow({
    where: { id: synced.orderId },
    select: { state: true, lines: { select: { id: true } } },
  });
  if (order.state === 'cancelled') return synced;
  await keepUntilPacked(
    tx,
    order.lines.map((line) => line.id),
  );
  return synced;
}
