import type { OrderChangeKind, RefundState, Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { missingOf } from '@baunghe/payments';
import { type ClaimView, claimableUntil, claimsOfOrder } from './claims/index.ts';
import { WANTED } from './lock-order.ts';
import { type PricedLine, priceCart } from './price-cart.ts';

/** What a buyer can do with an order that is placed, and what was done with it. */
export interface AfterOrder {
  /** Whether nothing is packed yet, so that address and quantities may change and it may be cancelled. */
  mayChange: boolean;
  /** Fruit sent anew for a claim. */
  replacement: boolean;
  provinceCode: string;
  wardCode: string;
  /** What has still to be paid. */
  missing: Dong;
  refunds: { amount: Dong; state: RefundState; at: Date }[];
  changes: OrderChanged[];
  /** Until when a claim is in time; null while it is not delivered. */
  claimUntil: Date | null;
  claims: ClaimView[];
  /** Of its products those that can be bought now, at today's price. */
  again: PricedLine[];
}

/** A change of an order, as its buyer and the staff see it. */
export interface OrderChanged {
  kind: OrderChangeKind;
  at: Date;
  /** Null: the buyer. */
  byUser: string | null;
  totalBefore: Dong;
  totalAfter: Dong;
  before: Record<string, string | number | null>;
  after: Record<string, string | number | null>;
}

/** All that the page of an order shows besides the order itself. */
export async function afterOrder(tx: Tx, now: Date, orderId: string): Promise<AfterOrder> {
  const order = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    include: {
      steps: { orderBy: { id: 'asc' } },
      lines: { where: WANTED, orderBy: [{ position: 'asc' }, { id: 'asc' }] },
      payment: { include: { refunds: { orderBy: { id: 'asc' } } } },
      _count: { select: { boxes: { where: { unpacking: null } } } },
    },
  });
  const wanted = order.lines.map(({ productId, quantity }) => ({ productId, quantity }));
  const [changes, claims, priced] = await Promise.all([
    changesOfOrder(tx, orderId),
    claimsOfOrder(tx, orderId),
    priceCart(tx, now, wanted, order.provinceCode),
  ]);
  const refunds = order.payment?.refunds.filter(({ state }) => state !== 'dropped') ?? [];
  return {
    mayChange: order.state === 'placed' && order._count.boxes === 0,
    replacement: order.replacement,
    provinceCode: order.provinceCode,
    wardCode: order.wardCode,
    missing: order.payment ? missingOf(order.payment) : dong(0),
    refunds: refunds.map(({ amountDong, state, createdAt }) => ({
      amount: dong(amountDong),
      state,
      at: createdAt,
    })),
    changes,
    claimUntil: claimableUntil(order),
    claims,
    again: priced.lines.filter((line) => line.unitsLeft > 0),
  };
}

/** What was changed of an order, the first change first. */
export async function changesOfOrder(tx: Tx, orderId: string): Promise<OrderChanged[]> {
  const found = await tx.orderChange.findMany({ where: { orderId }, orderBy: { id: 'asc' } });
  return found.map(({ kind, at, byUser, totalBefore, totalAfter, before, after }) => ({
    ...{ kind, at, byUser, totalBefore: dong(totalBefore), totalAfter: dong(totalAfter) },
    before: before as OrderChanged['before'],
    after: after as OrderChanged['after'],
  }));
}
