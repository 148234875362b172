import { fail, lockRows, type Moment, type OrderState, ok, type Result, type Tx } from '@baunghe/db';
import { boxEpcUri, lotClassUri, packingLocationUri } from '@baunghe/gs1';
import { calledBack, putBack, reserve } from '@baunghe/stock';
import { recordUnpacked } from '@baunghe/trace';
import { keptGrams } from './line-price.ts';
import { lockOrder } from './lock-order.ts';
import { takeStep } from './order-ways.ts';

/** Which box is opened again, what becomes of its fruit, and why. */
export interface Unpacking {
  boxId: string;
  fate: 'returned' | 'destroyed';
  reason: string;
}

/** Why a box is not unpacked. */
export type UnpackRefusal =
  | { code: 'box_unknown' }
  | { code: 'box_unpacked'; at: Date }
  | { code: 'order_state'; state: OrderState };

/** How the order goes on. */
export interface Unpacked {
  serial: string;
  /** Units for which other fruit was put aside at once; fewer than lay in the box where there is not enough. */
  unitsKept: number;
}

/**
 * Opens a packed box again before it leaves: its serial is retired for good, its fruit goes back to its lot (where it
 * stays held if the lot is) or is destroyed, the trace is told, and its order waits to be packed again, with other fruit
 * kept for it where there is any.
 */
export async function unpackBox(
  tx: Tx,
  moment: Moment,
  by: { userId: string; gln: string },
  { boxId, fate, reason }: Unpacking,
): Promise<Result<Unpacked, UnpackRefusal>> {
  const named = await tx.box.findUnique({ where: { id: boxId }, select: { orderId: true } });
  const order = named && (await lockOrder(tx, named.orderId));
  if (!order) return fail({ code: 'box_unknown' });
  const before = await tx.boxUnpacking.findUnique({ where: { boxId } });
  if (before) return fail({ code: 'box_unpacked', at: before.at });
  if (order.state !== 'placed' && order.state !== 'packed') {
    return fail({ code: 'order_state', state: order.state });
  }
  const box = await tx.box.findUniqueOrThrow({
    where: { id: boxId },
    include: {
      lot: { include: { variety: true } },
      line: { include: { markdown: { select: { lotId: true } } } },
      product: true,
    },
  });
  await lockRows(tx, 'lot_balance', [box.lotId]);
  const [recalled] = await calledBack(tx, [box.lotId]);
  const eventId = await recordUnpacked(tx, moment, {
    boxId,
    boxEpc: boxEpcUri(box.gtin, box.serial),
    lotId: box.lotId,
    lotClass: lotClassUri(box.lot.variety.looseGtin, box.lot.batch),
    orderId: order.id,
    grams: box.grams,
    gln: by.gln,
    packingLocation: packingLocationUri(by.gln),
    fate,
    recalled: recalled !== undefined,
  });
  const fruit = {
    lotId: box.lotId,
    grams: box.grams,
    reason: `${box.serial}: ${reason}`,
    byUser: by.userId,
  };
  const moveId = fate === 'returned' ? await putBack(tx, moment, fruit) : null;
  await tx.boxUnpacking.create({
    data: { boxId, fate, reason, moveId, eventId, at: moment.now, byUser: by.userId },
  });
  if (order.state === 'packed') {
    await takeStep(tx, moment, {
      orderId: order.id,
      from: 'packed',
      to: 'placed',
      byUser: by.userId,
      why: reason,
    });
  }
  return ok({ serial: box.serial, unitsKept: await keepOther(tx, moment, box) });
}

/** Puts fruit aside for the units of a box that is no more, as many as there are. Returns how many. */
async function keepOther(
  tx: Tx,
  moment: Moment,
  box: {
    lineId: string;
    units: number;
    line: { unitGrams: number; mostGrams: number | null; markdown: { lotId: string } | null };
    product: { varietyCode: string; grade: string };
  },
): Promise<number> {
  const { varietyCode, grade } = box.product;
  const lotId = box.line.markdown?.lotId ?? null;
  const want = { lineId: box.lineId, lotId, varietyCode, grade, unitGrams: keptGrams(box.line) };
  const all = await reserve(tx, moment, [{ ...want, units: box.units }], null);
  if (all.ok) return box.units;
  const units = all.error.unitsLeft;
  if (units > 0) await reserve(tx, moment, [{ ...want, units }], null);
  return units;
}

/** A box that was opened again, as the office sees it. */
export interface BoxNoMore {
  serial: string;
  gtin: string;
  batch: string;
  grams: number;
  fate: 'returned' | 'destroyed';
  reason: string;
  at: Date;
}

/** The boxes of an order that were opened again, in the order in which that happened. */
export async function unpackedBoxes(tx: Tx, orderCode: string): Promise<BoxNoMore[]> {
  const found = await tx.boxUnpacking.findMany({
    where: { box: { order: { code: orderCode } } },
    include: { box: { include: { lot: { select: { batch: true } } } } },
    orderBy: [{ at: 'asc' }, { boxId: 'asc' }],
  });
  return found.map(({ box, fate, reason, at }) => ({
    serial: box.serial,
    gtin: box.gtin,
    batch: box.lot.batch,
    grams: box.grams,
    fate,
    reason,
    at,
  }));
}
