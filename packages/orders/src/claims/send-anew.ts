import { fail, type Moment, newId, ok, type Result, type Tx } from '@baunghe/db';
import { transferPurpose } from '@baunghe/payments';
import { reserve } from '@baunghe/stock';
import type { lockOrder } from '../lock-order.ts';
import { orderCode } from '../order-code.ts';

type Locked = NonNullable<Awaited<ReturnType<typeof lockOrder>>>;

/**
 * Places an order for fruit that is sent anew, to the same buyer and for nothing: its fruit is kept as for any other.
 * The answer that names it must be written in the same transaction. Returns its id and code.
 */
export async function sendAnew(
  tx: Tx,
  moment: Moment,
  of: Locked,
  { line, units }: { line: Locked['lines'][number]; units: number },
): Promise<
  Result<
    { orderId: string; code: string },
    { code: 'not_enough_stock'; productId: string; unitsLeft: number }
  >
> {
  const [orderId, code, lineId] = [newId('ord', moment), orderCode(moment), newId('lin', moment)];
  const { buyerName, phone, provinceCode, wardCode, street, note, locale, demo } = of;
  const nothing = { goodsDong: 0n, deliveryDong: 0n, totalDong: 0n };
  const to = { buyerName, phone, provinceCode, wardCode, street, note, locale, demo };
  const { productId, unitGrams, product } = line;
  await tx.order.create({
    data: {
      ...{ id: orderId, code, ...to, ...nothing, method: 'cod', replacement: true, placedAt: moment.now },
    },
  });
  // To whom the first went: a present goes to its recipient again, without a second card.
  await tx.$executeRaw`
    INSERT INTO "order_gift" ("orderId", "noPrices", "recipientName", "recipientPhone")
    SELECT ${orderId}, "noPrices", "recipientName", "recipientPhone" FROM "order_gift"
    WHERE "orderId" = ${of.id} AND ("noPrices" OR "recipientName" IS NOT NULL)`;
  await tx.orderLine.create({
    data: { id: lineId, orderId, productId, quantity: units, unitGrams, unitPriceDong: 0n, lineDong: 0n },
  });
  await tx.orderStep.create({ data: { orderId, toState: 'placed', at: moment.now } });
  await tx.payment.create({
    data: {
      ...{ id: newId('pay', moment), orderId, method: 'cod', amountDong: 0n, createdAt: moment.now },
      ...{ purpose: transferPurpose(code), state: 'received', receivedAt: moment.now },
    },
  });
  const { varietyCode, grade } = product;
  const kept = await reserve(tx, moment, [{ lineId, units, unitGrams, varietyCode, grade }], null);
  if (kept.ok) return ok({ orderId, code });
  return fail({ code: 'not_enough_stock', productId, unitsLeft: kept.error.unitsLeft });
}
