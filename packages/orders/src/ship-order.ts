import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { boxEpcUri, packingLocationUri } from '@baunghe/gs1';
import { dong } from '@baunghe/money';
import { enterInBooks } from '@baunghe/payments';
import { calledBack } from '@baunghe/stock';
import { recordShipped } from '@baunghe/trace';
import { leaveCarriers } from './carriers/want-consignment.ts';
import { lockOrder } from './lock-order.ts';
import { loadEpcUri, nextSscc } from './next-sscc.ts';
import { mayGo, type NoWay, takeStep } from './order-ways.ts';
import { vatOfSold } from './vat/vat-of-sold.ts';
import { soldFor } from './weigh-order.ts';

/** Why an order cannot leave. */
export type ShipRefusal =
  | { code: 'order_unknown' }
  /** Fruit in one of its boxes is called back. */
  | { code: 'box_called_back'; batch: string }
  /** What the card keeps was not taken yet. */
  | { code: 'not_paid_yet' }
  | NoWay;

/** How an order leaves. */
export interface Shipping {
  orderId: string;
  carrier: string;
  tracking: string | null;
  coldBoxCelsius?: number | null;
}

/**
 * Hands a packed order to a carrier: the load gets its SSCC, the sale is booked, the trace told. `coldBoxCelsius` is what
 * the thermometer in the cold box says, where there is one. `userId` null: its carrier told that it has it.
 */
export async function shipOrder(
  tx: Tx,
  moment: Moment,
  by: { userId: string | null; gln: string; gs1Prefix: string },
  { coldBoxCelsius, ...shipping }: Shipping,
): Promise<Result<void, ShipRefusal>> {
  const order = await lockOrder(tx, shipping.orderId);
  if (!order) return fail({ code: 'order_unknown' });
  if (!mayGo(order.state, 'shipped')) return fail({ code: 'order_state', state: order.state });
  if (order.method === 'card' && order.payment?.state !== 'received') return fail({ code: 'not_paid_yet' });
  const [batch] = await calledBack(
    tx,
    order.boxes.map((box) => box.lotId),
  );
  if (batch !== undefined) return fail({ code: 'box_called_back', batch });
  const sscc = await nextSscc(tx, by.gs1Prefix);
  await tx.shipment.create({
    data: { id: newId('shp', moment), ...shipping, sscc, shippedAt: moment.now, shippedBy: by.userId },
  });
  await takeStep(tx, moment, {
    orderId: order.id,
    from: order.state,
    to: 'shipped',
    byUser: by.userId,
    why: null,
  });
  await leaveCarriers(tx, moment, shipping);
  const { due, goods, discount } = soldFor(order);
  const delivery = dong(order.deliveryDong);
  // Fruit that is sent anew for a claim costs nothing, and the books hold no entry of nothing.
  if (due > 0) {
    const vat = vatOfSold(order);
    await enterInBooks(tx, moment, {
      key: `sold:${order.id}`,
      orderId: order.id,
      sides: [
        { account: 'buyers', dong: due },
        { account: 'sales', dong: dong(vat.ofGoods - goods) },
        { account: 'delivery', dong: dong(vat.delivery.tax - delivery) },
        { account: 'vouchers', dong: discount },
        { account: 'vat', dong: dong(-vat.ofAll) },
      ],
    });
  }
  await recordShipped(tx, moment, {
    orderId: order.id,
    boxes: order.boxes.map((box) => ({ id: box.id, epc: boxEpcUri(box.gtin, box.serial) })),
    gln: by.gln,
    packingLocation: packingLocationUri(by.gln),
    load: { sscc, epc: loadEpcUri(sscc) },
    coldBoxCelsius: coldBoxCelsius ?? null,
  });
  return ok(undefined);
}
