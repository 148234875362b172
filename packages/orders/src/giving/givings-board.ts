import type { GivingAct, GivingState, Prisma, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';

/** Something given away, or to be, as the office sees it. */
export interface GivingView {
  id: string;
  act: GivingAct;
  state: GivingState;
  amount: Dong;
  units: number | null;
  words: string;
  orderCode: string;
  askedAt: Date;
  askedBy: string;
  closedAt: Date | null;
  closedBy: string | null;
  closedWhy: string | null;
}

const ORDER = { order: { select: { code: true } } } as const;

/** What waits for a second person, the oldest first; and what two people decided, the newest first. */
export async function givingsBoard(
  tx: Tx,
  most: number,
): Promise<{ waiting: GivingView[]; decided: GivingView[] }> {
  const waiting = await tx.giving.findMany({
    where: { state: 'waits' },
    include: ORDER,
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    take: most,
  });
  // What one person gave alone stands with its claim and in its order's story.
  const decided = await tx.giving.findMany({
    where: {
      OR: [
        { state: 'declined' },
        { state: 'given', NOT: { closedBy: { equals: tx.giving.fields.askedBy } } },
      ],
    },
    include: ORDER,
    orderBy: [{ closedAt: 'desc' }, { id: 'desc' }],
    take: most,
  });
  return { waiting: waiting.map(viewOf), decided: decided.map(viewOf) };
}

/** How many wait for a second person. */
export const givingsWaiting = (tx: Tx): Promise<number> => tx.giving.count({ where: { state: 'waits' } });

/** What is or was to be given away for the fruit of an order, the oldest first. */
export async function givingsOfOrder(tx: Tx, orderId: string): Promise<GivingView[]> {
  const rows = await tx.giving.findMany({
    where: { orderId },
    include: ORDER,
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(viewOf);
}

function viewOf(row: Prisma.GivingGetPayload<{ include: typeof ORDER }>): GivingView {
  const { id, act, state, units, words, askedAt, askedBy, closedAt, closedBy, closedWhy } = row;
  const asked = { id, act, state, units, words, askedAt, askedBy, closedAt, closedBy, closedWhy };
  return { ...asked, amount: dong(row.dong), orderCode: row.order.code };
}
