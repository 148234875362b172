import type { Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { creditLeft } from '@baunghe/payments';

/** What is told to a buyer while their order is on its way. */
export type NewsKind =
  | 'order_placed'
  | 'order_paid'
  | 'order_packed'
  | 'order_shipped'
  | 'order_delivered'
  | 'order_cancelled'
  | 'claim_answered'
  | 'credit_granted';

/** News of an order, and whom it is for. */
export interface OrderNews {
  kind: NewsKind;
  orderCode: string;
  phone: string;
  locale: string;
  demo: boolean;
  total: Dong;
  /** What lies in its boxes. */
  grams: number;
  carrier: string;
  tracking: string;
  /** Of news of credit: the code that opens it, and what it stands at. */
  credit: { code: string; balance: Dong } | null;
}

/** What there is to tell of an order now; null for one that is not there. */
export async function orderNews(tx: Tx, orderId: string, kind: NewsKind): Promise<OrderNews | null> {
  const order = await tx.order.findUnique({
    where: { id: orderId },
    include: { shipment: true, boxes: { where: { unpacking: null }, select: { grams: true } } },
  });
  if (!order) return null;
  const { code, phone, locale, demo, shipment, boxes } = order;
  const credit = kind === 'credit_granted' ? await creditLeft(tx, phone) : null;
  return {
    ...{ kind, orderCode: code, phone, locale, demo, total: dong(order.totalDong) },
    grams: boxes.reduce((grams, box) => grams + box.grams, 0),
    carrier: shipment?.carrier ?? '',
    tracking: shipment?.tracking ?? '',
    credit,
  };
}
