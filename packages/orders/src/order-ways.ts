import type { Moment, OrderState, Tx } from '@baunghe/db';

/**
 * The ways of an order, as the database's `order_way` table holds them; a test says that both agree. Guards beside the
 * ways live with the act that takes them: pack-box, ship-order, deliver-order, cancel-order.
 */
export const ORDER_WAYS: Readonly<Record<OrderState, readonly OrderState[]>> = {
  preordered: ['placed', 'cancelled'],
  placed: ['packed', 'cancelled'],
  packed: ['shipped', 'placed'],
  shipped: ['delivered'],
  delivered: [],
  cancelled: [],
};

/** The refusal of a step that is not on an order's ways. */
export interface NoWay {
  code: 'order_state';
  state: OrderState;
}

/** Whether an order may go from one state to another. */
export function mayGo(from: OrderState, to: OrderState): boolean {
  return ORDER_WAYS[from].includes(to);
}

/** Moves an order one step and keeps who, when and why. The row must be locked and the way checked. */
export async function takeStep(
  tx: Tx,
  moment: Moment,
  step: { orderId: string; from: OrderState; to: OrderState; byUser: string | null; why: string | null },
): Promise<void> {
  const { orderId, from, to, byUser, why } = step;
  await tx.orderStep.create({ data: { orderId, fromState: from, toState: to, at: moment.now, byUser, why } });
  await tx.order.update({ where: { id: orderId }, data: { state: to }, select: { id: true } });
}
