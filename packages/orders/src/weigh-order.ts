import type { Moment, Tx } from '@baunghe/db';
import { type Dong, dong, grams, priceOfWeight, sumDong } from '@baunghe/money';
import { changeAmountDue, dropRefund } from '@baunghe/payments';
import type { lockOrder } from './lock-order.ts';
import { discountOfWeighed } from './vouchers/find-discount.ts';

type LockedOrder = NonNullable<Awaited<ReturnType<typeof lockOrder>>>;

/**
 * Writes down what the fruit of a packed order weighs and costs, and owes back what was paid beyond it. An order of which
 * nothing is paid by weight stays as it is. Where a box was opened again after money went back, the fruit that took its
 * place costs no more than what is left of what was paid.
 */
export async function weighOrder(tx: Tx, moment: Moment, order: LockedOrder, boxId: string): Promise<void> {
  const weighed = order.lines.filter((line) => line.mostGrams !== null);
  if (weighed.length === 0) return;
  const packed = await packedGrams(tx, order.id);
  const sums: { productId: string; varietyCode: string; sum: Dong }[] = [];
  for (const line of order.lines) {
    const { productId, product } = line;
    const of = { productId, varietyCode: product.varietyCode };
    if (line.mostGrams === null) {
      sums.push({ ...of, sum: dong(line.lineDong) });
      continue;
    }
    const finalGrams = packed.get(line.id) ?? 0;
    const sum = priceOfWeight(dong(line.unitPriceDong), grams(finalGrams));
    sums.push({ ...of, sum });
    await tx.orderLine.update({ where: { id: line.id }, data: { finalGrams, finalDong: BigInt(sum) } });
  }
  const delivery = dong(order.deliveryDong);
  const discount = await discountOfWeighed(tx, order, { lines: sums, delivery });
  const goods = Math.max(0, sumDong(sums.map(({ sum }) => sum)) - discount);
  const exact = dong(goods + delivery);
  const amount = await withinWhatIsKept(tx, moment, order.id, exact);
  await tx.order.update({
    where: { id: order.id },
    data: { finalDong: BigInt(amount), finalDiscountDong: BigInt(discount) },
  });
  const change = { orderId: order.id, amount, reason: 'weighed_less', key: `weighed:${boxId}` } as const;
  const changed = await changeAmountDue(tx, moment, change);
  if (!changed.ok) throw new Error(`what a packed order costs cannot change: ${changed.error.code}`);
}

/** What an order is booked as: what it weighs once that is known, or what was agreed. */
export function soldFor(order: {
  totalDong: bigint;
  finalDong: bigint | null;
  deliveryDong: bigint;
  discountDong: bigint;
  finalDiscountDong: bigint | null;
}) {
  const due = order.finalDong ?? order.totalDong;
  const discount = order.finalDiscountDong ?? order.discountDong;
  return { due: dong(due), goods: dong(due - order.deliveryDong + discount), discount: dong(discount) };
}

async function packedGrams(tx: Tx, orderId: string): Promise<Map<string, number>> {
  const boxes = await tx.box.groupBy({
    by: ['lineId'],
    where: { orderId, unpacking: null },
    _sum: { grams: true },
  });
  return new Map(boxes.map(({ lineId, _sum }) => [lineId, _sum.grams ?? 0]));
}

/** The sum, cut down to what was paid and not given back; money that waits to be given back is taken into account anew. */
async function withinWhatIsKept(tx: Tx, moment: Moment, orderId: string, exact: Dong): Promise<Dong> {
  const due = await tx.refund.findMany({
    where: { payment: { orderId }, reason: 'weighed_less', state: 'due' },
    select: { id: true },
  });
  for (const { id } of due) {
    const dropped = await dropRefund(tx, moment, { refundId: id, why: 'weighed again', byUser: 'system' });
    if (!dropped.ok) throw new Error(`a refund that is due was not dropped: ${dropped.error.code}`);
  }
  const payment = await tx.payment.findUniqueOrThrow({ where: { orderId } });
  if (payment.receivedDong === 0n) return exact;
  return dong(Math.min(exact, Number(payment.receivedDong - payment.refundDong)));
}
