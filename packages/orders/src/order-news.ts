import type { Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { creditLeft, missingOf } from '@baunghe/payments';
import { trackingLink } from './carriers/tracking-link.ts';
import type { Told } from './preorders/finish-preorder.ts';
import { preorderOfOrder } from './preorders/of-order.ts';

/** What is told to a buyer while their order is on its way. */
export type NewsKind =
  | 'order_placed'
  | 'order_paid'
  | 'order_packed'
  | 'order_shipped'
  | 'order_delivered'
  | 'order_cancelled'
  | 'order_changed'
  | 'claim_answered'
  | 'preorder_placed'
  | 'deposit_paid'
  | 'credit_granted'
  | 'payout_asked'
  | HarvestNews;

/** What is told when a harvest was shared out among those who ordered ahead of it. */
export type HarvestNews = `harvest_${Told['outcome']}`;

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
  /** Where its carrier shows where it is; null where none is known. */
  trackingLink: string | null;
  /** What has still to come in: of a pre-order its deposit. */
  missing: Dong;
  /** Where a harvest was shared out: units ordered ahead, and units kept of them. */
  wanted: number;
  served: number;
  /** The last day on which it should arrive. */
  arriveOn: Date | null;
  /** What is owed back and waits to be sent. */
  due: Dong;
  /** Of news of credit: the code that opens it, and what it stands at. */
  credit: { code: string; balance: Dong } | null;
}

/** What there is to tell of an order now; null for one that is not there. */
export async function orderNews(tx: Tx, orderId: string, kind: NewsKind): Promise<OrderNews | null> {
  const order = await tx.order.findUnique({
    where: { id: orderId },
    include: {
      shipment: true,
      payment: { include: { refunds: { where: { state: 'due' }, select: { amountDong: true } } } },
      boxes: { where: { unpacking: null }, select: { grams: true } },
    },
  });
  if (!order) return null;
  const { code, phone, locale, demo, shipment, payment, boxes } = order;
  const ahead = kind.startsWith('harvest_') ? await preorderOfOrder(tx, orderId) : null;
  const credit = kind === 'credit_granted' ? await creditLeft(tx, phone) : null;
  return {
    // Money for an order that waits for its harvest is the deposit alone.
    kind: kind === 'order_paid' && order.state === 'preordered' ? 'deposit_paid' : kind,
    ...{ orderCode: code, phone, locale, demo, total: dong(order.totalDong) },
    grams: boxes.reduce((grams, box) => grams + box.grams, 0),
    carrier: shipment?.carrier ?? '',
    tracking: shipment?.tracking ?? '',
    trackingLink: shipment && trackingLink(shipment.carrier, shipment.tracking),
    missing: payment ? missingOf(payment) : dong(0),
    wanted: ahead?.wanted ?? 0,
    served: ahead?.served ?? 0,
    arriveOn: order.arriveOn,
    due: dong(payment?.refunds.reduce((sum, { amountDong }) => sum + amountDong, 0n) ?? 0n),
    credit,
  };
}
