import { lockRows, type Tx } from '@baunghe/db';

/** Of the lines of an order those of which something is wanted: the others were taken out before it was packed. */
export const WANTED = { quantity: { gt: 0 } } as const;

/** An order with its lines (those taken out left out), payment and boxes (those unpacked again left out), locked until the transaction ends; null when there is none. */
export async function lockOrder(tx: Tx, orderId: string) {
  const [found] = await lockRows(tx, 'order', [orderId]);
  if (!found) return null;
  return tx.order.findUniqueOrThrow({
    where: { id: orderId },
    include: {
      lines: { where: WANTED, include: { product: true, markdown: true } },
      payment: true,
      boxes: { where: { unpacking: null } },
    },
  });
}
