import { fail, type Moment, type OrderChangeKind, ok, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { changeAmountDue } from '@baunghe/payments';
import type { NotSent } from './delivery/delivery-quote.ts';
import { keptGrams } from './line-price.ts';
import { lockOrder } from './lock-order.ts';
import type { NoWay } from './order-ways.ts';

/** Who changes an order. */
export interface ChangedBy {
  /** Null: the buyer. */
  byUser: string | null;
  /** The cooperative's reason; a buyer needs none. */
  why?: string | null;
}

/** Why an order stays as it is. */
export type ChangeRefusal =
  | { code: 'order_unknown' }
  | NoWay
  | { code: 'already_packing' }
  | { code: 'nothing_changed' }
  /** A card keeps the sum that it was asked for, and no more than that. */
  | { code: 'over_card_sum'; most: Dong }
  /** The buyer has not seen what it comes to now. */
  | { code: 'total_changed'; total: Dong }
  | NotSent;

export type Locked = NonNullable<Awaited<ReturnType<typeof lockOrder>>>;

/** The order, locked, if nothing of it is packed yet. */
export async function lockUnpacked(tx: Tx, orderId: string): Promise<Result<Locked, ChangeRefusal>> {
  const order = await lockOrder(tx, orderId);
  if (!order) return fail({ code: 'order_unknown' });
  if (order.state !== 'placed') return fail({ code: 'order_state', state: order.state });
  return order.boxes.length > 0 ? fail({ code: 'already_packing' }) : ok(order);
}

interface Change extends ChangedBy {
  kind: OrderChangeKind;
  before: Record<string, string | number | null>;
  after: Record<string, string | number | null>;
  total: Dong;
}

/** Writes a change down, and what it does to the payment. Returns what has still to be paid. */
export async function keepChange(tx: Tx, moment: Moment, order: Locked, change: Change): Promise<Dong> {
  const { kind, before, after, total, byUser, why = null } = change;
  const totals = { totalBefore: order.totalDong, totalAfter: BigInt(total) };
  const kept = await tx.orderChange.create({
    data: { orderId: order.id, kind, before, after, ...totals, at: moment.now, byUser, why },
  });
  if (totals.totalBefore === totals.totalAfter) return dong(0);
  const key = `changed:${kept.id}`;
  const due = await changeAmountDue(tx, moment, {
    orderId: order.id,
    amount: total,
    reason: 'changed',
    key,
    byUser,
  });
  if (!due.ok) throw new Error(`the payment of an order that waits to be packed: ${due.error.code}`);
  return due.value.missing;
}

/** Refuses what a card would have to be asked for anew. */
export function cardAllows(order: Locked, total: Dong): Result<void, ChangeRefusal> {
  const most = dong(order.totalDong);
  return order.method === 'card' && total > most ? fail({ code: 'over_card_sum', most }) : ok(undefined);
}

/** What lines weigh as a carrier is told. */
export const gramsOf = (
  lines: readonly { quantity: number; unitGrams: number; mostGrams: number | null }[],
): number => lines.reduce((sum, line) => sum + line.quantity * keptGrams(line), 0);
