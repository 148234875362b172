import { fail, type OrderState, ok, type Result, type Tx, vietnamDay } from '@baunghe/db';
import { LAST_WITHDRAWAL, openWithdrawal } from '@baunghe/stock';
import { WANTED } from './lock-order.ts';
import { lotsForLine } from './lots-for-line.ts';
import { unitsPacked } from './pack-box.ts';

/** A crate that may serve an order: of which lot, and for which of its lines. */
export interface CrateForOrder {
  lotId: string;
  batch: string;
  lineId: string;
  /** Grams that the line may take from it. */
  gramsForLine: number;
}

/** Why fruit of a crate does not go into an order's box. */
export type CrateRefusal =
  | { code: 'order_unknown' }
  | { code: 'order_state'; state: OrderState }
  | { code: 'lot_unknown' }
  | { code: 'lot_withdrawn'; since: Date }
  | { code: 'lot_held'; reason: string }
  | { code: 'lot_past_its_day' }
  | { code: 'lot_other_fruit' }
  | { code: 'lot_too_little'; gramsLeft: number };

/** The first line of an order, not packed yet, that a scanned crate's lot may serve; or why none. */
export async function crateForOrder(
  tx: Tx,
  now: Date,
  of: { orderId: string; batch: string },
): Promise<Result<CrateForOrder, CrateRefusal>> {
  const order = await tx.order.findUnique({
    where: { id: of.orderId },
    include: {
      lines: { where: WANTED, include: { product: true }, orderBy: [{ position: 'asc' }, { id: 'asc' }] },
      boxes: { where: { unpacking: null } },
    },
  });
  if (!order) return fail({ code: 'order_unknown' });
  if (order.state !== 'placed') return fail({ code: 'order_state', state: order.state });
  const lot = await lotOfCrate(tx, of.batch);
  if (!lot) return fail({ code: 'lot_unknown' });
  const open = openWithdrawal(lot.withdrawals);
  if (open) return fail({ code: 'lot_withdrawn', since: open.since });
  if (lot.heldReason !== null) return fail({ code: 'lot_held', reason: lot.heldReason });
  if (lot.bestBefore < vietnamDay(now)) return fail({ code: 'lot_past_its_day' });
  const left = order.lines.filter((line) => unitsPacked(order.boxes, line.id) < line.quantity);
  const alike = left.filter(
    ({ product }) => product.varietyCode === lot.varietyCode && product.grade === lot.grade,
  );
  let gramsLeft: number | null = null;
  for (const line of alike) {
    const found = (await lotsForLine(tx, now, line.id)).find((each) => each.lotId === lot.id);
    if (!found) continue;
    const { gramsForLine } = found;
    if (gramsForLine >= line.unitGrams)
      return ok({ lotId: lot.id, batch: lot.batch, lineId: line.id, gramsForLine });
    gramsLeft = Math.max(gramsLeft ?? 0, gramsForLine);
  }
  if (alike.length === 0) return fail({ code: 'lot_other_fruit' });
  return fail({ code: 'lot_too_little', gramsLeft: gramsLeft ?? 0 });
}

/** A lot by its batch code as scanned; a keyboard with its capitals on or off changes what a scanner types. */
function lotOfCrate(tx: Tx, batch: string) {
  const capitals = batch.toUpperCase();
  return tx.lot.findFirst({
    where: { batch: { in: [...new Set([batch, capitals])] } },
    include: { withdrawals: LAST_WITHDRAWAL },
  });
}
