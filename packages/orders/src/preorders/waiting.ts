import { lockRows, type Tx } from '@baunghe/db';

/**
 * The promises of an offer that wait, oldest order first, with order and payment; their orders stay locked until the
 * transaction ends. The offer must be locked before.
 */
export async function lockWaiting(tx: Tx, offerId: string) {
  const waits = { offerId, state: 'waiting' } as const;
  const found = await tx.forecastPromise.findMany({
    where: waits,
    select: { line: { select: { orderId: true } } },
  });
  await lockRows(
    tx,
    'order',
    found.map(({ line }) => line.orderId),
  );
  const promises = await waitingOf(tx, offerId);
  return promises;
}

/** A promise that waits, with its order. */
export type Waiting = Awaited<ReturnType<typeof waitingOf>>[number];

/** The promises of an offer that wait, oldest order first. */
export async function waitingOf(tx: Tx, offerId: string) {
  return tx.forecastPromise.findMany({
    where: { offerId, state: 'waiting' },
    include: { line: { include: { order: { include: { payment: true } } } } },
    orderBy: [{ createdAt: 'asc' }, { lineId: 'asc' }],
  });
}

/** Whole units that a promise still waits for. */
export function unitsWaiting({ grams, servedGrams, line }: Waiting): number {
  return (grams - servedGrams) / line.unitGrams;
}
