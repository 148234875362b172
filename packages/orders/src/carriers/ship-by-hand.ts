import { fail, type Moment, type Result, type Tx } from '@baunghe/db';
import { type Shipping, type ShipRefusal, shipOrder } from '../ship-order.ts';
import { byHand } from './by-hand.ts';
import { parcelOf } from './consignment-errands.ts';

/**
 * Hands a packed order to whoever carries it, by hand: booked as with any carrier, and answered at once with the number
 * that was typed.
 */
export async function shipByHand(
  tx: Tx,
  moment: Moment,
  by: { userId: string | null; gln: string; gs1Prefix: string },
  shipping: Shipping,
): Promise<Result<void, ShipRefusal>> {
  const { orderId, tracking: typedTracking } = shipping;
  const order = await tx.order.findUnique({ where: { id: orderId }, select: { code: true } });
  if (!order) return fail({ code: 'order_unknown' });
  const parcel = { ...(await parcelOf(tx, orderId, order.code)), typedTracking };
  const booked = await byHand.book(parcel);
  if (!booked.ok) throw new Error(`an order was not carried by hand: ${booked.error.code}`);
  return shipOrder(tx, moment, by, { ...shipping, tracking: booked.value.tracking });
}
