import type { Moment, Tx } from '@baunghe/db';
import type { MoneyTaken } from '@baunghe/payments';
import type { ApiSettings } from './context.ts';
import { tellBuyer } from './tell-buyer.ts';

/**
 * Tells a buyer what money that came by itself did: that it is here and nothing is missing, or that it came after the
 * order was cancelled. Nothing of a part of it, and nothing where the order was paid before.
 */
export async function tellOfMoney(
  tx: Tx,
  moment: Moment,
  settings: ApiSettings,
  { orderId, kind }: { orderId: string; kind: MoneyTaken['kind'] },
): Promise<void> {
  if (kind === 'paid' || kind === 'over')
    return tellBuyer(tx, moment, settings, { orderId, kind: 'order_paid' });
  if (kind !== 'not_wanted') return;
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { state: true } });
  if (order.state === 'cancelled')
    await tellBuyer(tx, moment, settings, { orderId, kind: 'order_cancelled' });
}
