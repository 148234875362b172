import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { missingOf, type PaymentRefusal, receivePayment } from '@baunghe/payments';
import { holderOf, keepHeld } from './carriers/held-cash.ts';
import { lockOrder } from './lock-order.ts';
import { mayGo, type NoWay, takeStep } from './order-ways.ts';

/** Why an order cannot be marked delivered. */
export type DeliverRefusal = { code: 'order_unknown' } | NoWay | PaymentRefusal;

/**
 * Marks a shipped order delivered; where it was to be paid on delivery, books the cash, with its
 * carrier where that is spoken to and holds it. `userId` null: its carrier told it.
 */
export async function deliverOrder(
  tx: Tx,
  moment: Moment,
  by: { userId: string | null },
  orderId: string,
): Promise<Result<void, DeliverRefusal>> {
  const order = await lockOrder(tx, orderId);
  if (!order) return fail({ code: 'order_unknown' });
  if (!mayGo(order.state, 'delivered')) return fail({ code: 'order_state', state: order.state });
  await takeStep(tx, moment, { orderId, from: order.state, to: 'delivered', byUser: by.userId, why: null });
  const toCollect = order.payment ? missingOf(order.payment) : 0;
  if (order.method !== 'cod' || toCollect === 0) return ok(undefined);
  const carrier = await holderOf(tx, orderId);
  const received = await receivePayment(tx, moment, {
    orderId,
    source: 'delivery',
    reference: order.code,
    amount: toCollect,
    into: carrier === null ? 'cash' : 'carriers',
    byUser: by.userId,
  });
  if (!received.ok) return received;
  if (carrier !== null) await keepHeld(tx, moment, { orderId, carrier, amount: toCollect });
  return ok(undefined);
}
