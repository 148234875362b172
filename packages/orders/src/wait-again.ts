import { type Moment, plusDays, type Tx } from '@baunghe/db';
import { keepUntil } from '@baunghe/stock';
import { TRANSFER_DAYS } from './place-order.ts';

/** Gives an order whose money turned out to be another's a new day to be paid, its fruit kept. */
export async function waitForMoneyAgain(tx: Tx, moment: Moment, orderId: string): Promise<void> {
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: {
      state: true,
      method: true,
      payment: { select: { state: true } },
      lines: { select: { id: true } },
    },
  });
  if (order.state !== 'placed' || order.method === 'cod' || order.payment?.state !== 'awaiting') return;
  const lineIds = order.lines.map(({ id }) => id);
  await keepUntil(tx, lineIds, plusDays(moment.now, TRANSFER_DAYS));
}
