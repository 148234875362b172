import type { Moment, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';

/** Cash of orders that a carrier collected and holds, the oldest first. */
export interface HeldCash {
  carrier: string;
  amount: Dong;
  orders: { orderId: string; code: string; amount: Dong; at: Date }[];
}

/** What a carrier handed over. */
export interface PayoutView {
  id: string;
  carrier: string;
  amount: Dong;
  fee: Dong;
  reference: string;
  through: string;
  at: Date;
  byUser: string;
  /** The codes of its orders. */
  orders: string[];
  /** That it was booked wrongly, and counts no more. */
  undone: { why: string; at: Date; byUser: string } | null;
}

/** Which carrier holds the cash of an order that it delivers; null: we have it ourselves. */
export async function holderOf(tx: Tx, orderId: string): Promise<string | null> {
  const shipment = await tx.shipment.findUnique({ where: { orderId }, select: { tracking: true } });
  if (!shipment?.tracking) return null;
  const consignment = await tx.consignment.findFirst({
    where: { orderId, tracking: shipment.tracking, state: 'booked' },
    select: { carrier: true },
  });
  return consignment?.carrier ?? null;
}

/** Keeps that a carrier holds the cash of an order, which the books hold with it. */
export async function keepHeld(
  tx: Tx,
  { now }: Moment,
  held: { orderId: string; carrier: string; amount: Dong },
): Promise<void> {
  const { orderId, carrier, amount } = held;
  await tx.carrierCash.create({ data: { orderId, carrier, dong: BigInt(amount), at: now } });
}

/** What each carrier holds. */
export async function heldCash(tx: Tx): Promise<HeldCash[]> {
  const rows = await tx.carrierCash.findMany({
    where: { payoutId: null },
    include: { order: { select: { code: true } } },
    orderBy: [{ carrier: 'asc' }, { at: 'asc' }, { orderId: 'asc' }],
  });
  return [...new Set(rows.map(({ carrier }) => carrier))].map((carrier) => {
    const own = rows.filter((row) => row.carrier === carrier);
    return {
      carrier,
      amount: dong(own.reduce((sum, row) => sum + row.dong, 0n)),
      orders: own.map(({ orderId, order, dong: sum, at }) => ({
        ...{ orderId, code: order.code, amount: dong(sum), at },
      })),
    };
  });
}

/** What a carrier collected of an order, and when it handed that over; null: no carrier collected any. */
export async function cashOfOrder(
  tx: Tx,
  orderId: string,
): Promise<{ carrier: string; amount: Dong; handedOverAt: Date | null } | null> {
  const cash = await tx.carrierCash.findUnique({
    where: { orderId },
    include: { payout: { select: { at: true } } },
  });
  return cash && { carrier: cash.carrier, amount: dong(cash.dong), handedOverAt: cash.payout?.at ?? null };
}

/** What carriers handed over, the newest first. */
export async function payoutsOfCarriers(tx: Tx, most: number): Promise<PayoutView[]> {
  const rows = await tx.carrierPayout.findMany({
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: most,
    include: {
      parts: {
        select: { cash: { select: { order: { select: { code: true } } } } },
        orderBy: { orderId: 'asc' },
      },
      undoing: { select: { why: true, at: true, byUser: true } },
    },
  });
  return rows.map(({ id, carrier, dong: sum, feeDong, reference, through, at, byUser, parts, undoing }) => ({
    ...{ id, carrier, amount: dong(sum), fee: dong(feeDong), reference, through, at, byUser },
    ...{ orders: parts.map(({ cash }) => cash.order.code), undone: undoing },
  }));
}
