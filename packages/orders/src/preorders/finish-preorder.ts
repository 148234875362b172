import type { Moment, Tx } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { cancelPayment, changeAmountDue } from '@baunghe/payments';
import { takeStep } from '../order-ways.ts';
import type { Waiting } from './waiting.ts';

/** What came of a pre-order, as its buyer is told. */
export interface Told {
  orderId: string;
  code: string;
  phone: string;
  locale: string;
  demo: boolean;
  outcome: 'served' | 'served_in_part' | 'waits' | 'nothing';
  units: number;
  wanted: number;
  /** What is still to be paid; zero when nothing is. */
  missingDong: number;
  /** Whether money is owed back. */
  owedBack: boolean;
}

/** The reason written beside a step that a short harvest made. */
const SHORT_HARVEST = 'short_harvest';

/**
 * Ends a pre-order with what is kept for it: its line is cut to that, it is to be paid in full, and it goes on as any
 * order; with nothing kept it is cancelled. What was paid beyond what it costs now is owed back.
 */
export async function finishPreorder(
  tx: Tx,
  moment: Moment,
  byUser: string,
  promise: Waiting,
  servedGrams: number,
): Promise<Told> {
  const { line } = promise;
  const { order } = line;
  const units = servedGrams / line.unitGrams;
  const short = units < line.quantity;
  const goods = line.unitPriceDong * BigInt(units);
  const total = goods + order.deliveryDong;
  const id = order.id;
  if (units > 0 && short) {
    await tx.orderLine.update({ where: { id: line.id }, data: { quantity: units, lineDong: goods } });
    await tx.order.update({ where: { id }, data: { goodsDong: goods, totalDong: total } });
  }
  await tx.forecastPromise.update({
    where: { lineId: line.id },
    data: { servedGrams, state: short ? 'cut' : 'served' },
  });
  const changed = await changeAmountDue(tx, moment, {
    orderId: id,
    amount: units > 0 ? dong(total) : dong(0),
    reason: 'short_harvest',
    key: `${SHORT_HARVEST}:${id}`,
    byUser,
  });
  if (!changed.ok) throw new Error(`a pre-order's payment could not change: ${changed.error.code}`);
  if (units === 0) await cancelPayment(tx, moment, { orderId: id, byUser });
  const to = units > 0 ? 'placed' : 'cancelled';
  await takeStep(tx, moment, {
    orderId: id,
    from: order.state,
    to,
    byUser,
    why: short ? SHORT_HARVEST : null,
  });
  const outcome = units === 0 ? 'nothing' : short ? 'served_in_part' : 'served';
  return told(promise, outcome, units, changed.value);
}

/** What a buyer is told of their pre-order. */
export function told(
  { line }: Waiting,
  outcome: Told['outcome'],
  units: number,
  money: { missing: number; refundId: string | null } = { missing: 0, refundId: null },
): Told {
  const { id, code, phone, locale, demo } = line.order;
  const rest = { missingDong: money.missing, owedBack: money.refundId !== null };
  return { orderId: id, code, phone, locale, demo, outcome, units, wanted: line.quantity, ...rest };
}
