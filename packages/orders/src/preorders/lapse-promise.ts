import { lockRows, type Moment, plusDays, type Tx } from '@baunghe/db';

/** Days that a promise waits for its deposit. */
const DEPOSIT_DAYS = 1;

/** Locks the offers that an order is promised fruit of, which is done before the order itself is locked. */
export async function lockOffersOf(tx: Tx, orderId: string): Promise<void> {
  const promises = await tx.forecastPromise.findMany({
    where: { line: { orderId } },
    select: { offerId: true },
  });
  if (promises.length === 0) return;
  await lockRows(
    tx,
    'preorder_offer',
    promises.map(({ offerId }) => offerId),
  );
}

/** Gives what an order was promised of a forecast back to its offer. */
export async function lapsePromises(tx: Tx, lineIds: readonly string[]): Promise<void> {
  await tx.forecastPromise.updateMany({
    where: { lineId: { in: [...lineIds] } },
    data: { state: 'lapsed' },
  });
}

/** Pre-orders whose deposit did not come in time, oldest first. */
export async function preordersPastTheirDeposit(
  tx: Tx,
  { now }: Pick<Moment, 'now'>,
  most: number,
): Promise<string[]> {
  const late = await tx.order.findMany({
    where: {
      state: 'preordered',
      payment: { state: 'awaiting' },
      placedAt: { lte: plusDays(now, -DEPOSIT_DAYS) },
    },
    orderBy: { placedAt: 'asc' },
    take: most,
    select: { id: true },
  });
  return late.map(({ id }) => id);
}
