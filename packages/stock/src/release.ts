import { lockRows, type Moment, type Tx } from '@baunghe/db';

/** Gives back all that is still promised to the lines. Returns the grams given back. */
export async function release(tx: Tx, moment: Moment, lineIds: readonly string[]): Promise<number> {
  const open = await tx.reservation.findMany({ where: { lineId: { in: [...lineIds] }, state: 'active' } });
  await lockRows(
    tx,
    'lot_balance',
    open.map((reservation) => reservation.lotId),
  );
  await tx.reservation.updateMany({
    where: { id: { in: open.map((reservation) => reservation.id) }, state: 'active' },
    data: { state: 'released', closedAt: moment.now },
  });
  return open.reduce((grams, reservation) => grams + reservation.grams, 0);
}
