import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { cancelPayment } from '@baunghe/payments';
import { release } from '@baunghe/stock';
import { lockOrder } from './lock-order.ts';
import { mayGo, type NoWay, takeStep } from './order-ways.ts';
import { lapsePromises, lockOffersOf } from './preorders/lapse-promise.ts';
import { releaseVoucher } from './vouchers/use-voucher.ts';

/** Why an order cannot be cancelled. */
export type CancelRefusal = { code: 'order_unknown' } | { code: 'already_packing' } | NoWay;

/**
 * Cancels an order of which nothing is packed: its fruit goes back to the store, and what was paid for it is owed back.
 */
export async function cancelOrder(
  tx: Tx,
  moment: Moment,
  cancelled: { orderId: string; byUser: string | null; why: string },
): Promise<Result<void, CancelRefusal>> {
  await lockOffersOf(tx, cancelled.orderId);
  const order = await lockOrder(tx, cancelled.orderId);
  if (!order) return fail({ code: 'order_unknown' });
  if (!mayGo(order.state, 'cancelled')) return fail({ code: 'order_state', state: order.state });
  if (order.boxes.length > 0) return fail({ code: 'already_packing' });
  const lineIds = order.lines.map((line) => line.id);
  await releaseVoucher(tx, moment, order);
  await release(tx, moment, lineIds);
  await lapsePromises(tx, lineIds);
  const { byUser, why } = cancelled;
  await cancelPayment(tx, moment, { orderId: order.id, byUser });
  await takeStep(tx, moment, { orderId: order.id, from: order.state, to: 'cancelled', byUser, why });
  return ok(undefined);
}

/** Orders whose fruit was kept for a transfer that did not come in time, oldest first. */
export async function ordersPastTheirTransfer(tx: Tx, now: Date, most: number): Promise<string[]> {
  const orders = await tx.order.findMany({
    where: {
      state: 'placed',
      payment: { state: 'awaiting' },
      boxes: { none: {} },
      lines: { some: { reservations: { some: { state: 'active', expiresAt: { lte: now } } } } },
    },
    orderBy: { placedAt: 'asc' },
    take: most,
    select: { id: true },
  });
  return orders.map((order) => order.id);
}
