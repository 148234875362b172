import { lockRows, type Tx } from '@baunghe/db';

/** An order with its lines, payment and boxes (those unpacked again left out), locked until the transaction ends; null when there is none. */
export async function lockOrder(tx: Tx, orderId: string) {
  const [found] = await lockRows(tx, 'order', [orderId]);
  if (!found) return null;
  return tx.order.findUniqueOrThrow({
    where: { id: orderId },
    include: {
      lines: { include: { product: true, markdown: true } },
      payment: true,
      boxes: { where: { unpacking: null } },
    },
  });
}
