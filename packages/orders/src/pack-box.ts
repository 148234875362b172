import { fail, type Moment, newId, type OrderState, ok, type Result, type Tx } from '@baunghe/db';
import { boxEpcUri, lotClassUri, packingLocationUri, serialNumber } from '@baunghe/gs1';
import { isKeptOnCard } from '@baunghe/payments';
import { type LotRefusal, takeForBox } from '@baunghe/stock';
import { recordPacked } from '@baunghe/trace';
import { keptGrams } from './line-price.ts';
import { lockOrder } from './lock-order.ts';
import { lotsForLine } from './lots-for-line.ts';
import { takeStep } from './order-ways.ts';
import { weighOrder } from './weigh-order.ts';

/** A box may weigh up to this many percent of what was promised; more is a slip at the scale. */
export const MOST_PERCENT = 150;

/** What the packer chose and weighed. */
export interface PackedUnits {
  orderId: string;
  lineId: string;
  lotId: string;
  units: number;
  grams: number;
  /** The hash of a picture taken at the table, as `ni:///sha-256;…` (RFC 6920). */
  photo?: string | null;
  /** Why it is not of the lot that is best before the earliest day; asked for only then. */
  lotReason?: string | null;
}

/** Why a box cannot be packed. */
export type PackRefusal =
  | { code: 'order_unknown' }
  | { code: 'line_unknown' }
  | { code: 'order_state'; state: OrderState }
  | { code: 'not_paid_yet' }
  | { code: 'units_over_line'; unitsLeft: number }
  | { code: 'weight_out_of_range'; leastGrams: number; mostGrams: number }
  /** Another lot that would do is best before an earlier day, and nothing says why it stays. */
  | { code: 'lot_not_first'; batch: string; bestBefore: Date }
  | LotRefusal;

/** A box as it left the table. */
export interface NewBox {
  boxId: string;
  gtin: string;
  serial: string;
  /** True when this box completed the order. */
  orderPacked: boolean;
}

/**
 * Packs one box of an order line out of a lot: weighs it, gives it a serial number, books the fruit out, tells the
 * trace; the box that completes the order moves it to packed. Its money must be safe first.
 */
export async function packBox(
  tx: Tx,
  moment: Moment,
  by: { userId: string; gln: string },
  packed: PackedUnits,
): Promise<Result<NewBox, PackRefusal>> {
  const order = await lockOrder(tx, packed.orderId);
  if (!order) return fail({ code: 'order_unknown' });
  if (order.state !== 'placed') return fail({ code: 'order_state', state: order.state });
  if (!(await isMoneySafe(tx, order))) return fail({ code: 'not_paid_yet' });
  const line = order.lines.find((candidate) => candidate.id === packed.lineId);
  if (!line) return fail({ code: 'line_unknown' });
  const unitsLeft = line.quantity - unitsPacked(order.boxes, line.id);
  if (packed.units < 1 || packed.units > unitsLeft) return fail({ code: 'units_over_line', unitsLeft });
  const { leastGrams, mostGrams } = weightRange(line, packed.units);
  if (packed.grams < leastGrams || packed.grams > mostGrams) {
    return fail({ code: 'weight_out_of_range', leastGrams, mostGrams });
  }
  const first = await firstToGo(tx, moment.now, packed);
  if (first && !packed.lotReason) return fail({ code: 'lot_not_first', ...first });
  const lotReason = first ? packed.lotReason : null;
  const box = await writeBox(tx, moment, by, { ...packed, lotReason }, line.product);
  if (!box) return fail({ code: 'lot_unknown' });
  const taken = await takeForBox(tx, moment, {
    lotId: packed.lotId,
    boxId: box.boxId,
    lineId: line.id,
    grams: packed.grams,
    promisedGrams: packed.units * keptGrams(line),
    varietyCode: line.product.varietyCode,
    grade: line.product.grade,
    byUser: by.userId,
  });
  if (!taken.ok) return taken;
  const ordered = order.lines.reduce((units, each) => units + each.quantity, 0);
  const orderPacked = order.boxes.reduce((units, each) => units + each.units, packed.units) === ordered;
  if (orderPacked) {
    await weighOrder(tx, moment, order, box.boxId);
    await takeStep(tx, moment, {
      orderId: order.id,
      from: 'placed',
      to: 'packed',
      byUser: by.userId,
      why: null,
    });
  }
  return ok({ ...box, orderPacked });
}

/** Cash comes at the door; a transfer must have come in, and a card must keep what the order costs. */
async function isMoneySafe(
  tx: Tx,
  order: NonNullable<Awaited<ReturnType<typeof lockOrder>>>,
): Promise<boolean> {
  if (order.method === 'cod' || order.payment?.state === 'received') return true;
  return order.method === 'card' && (await isKeptOnCard(tx, order.id));
}

/** What so many units of a line may weigh; of pieces by weight never more than the buyer was told. */
function weightRange(
  line: { unitGrams: number; mostGrams: number | null },
  units: number,
): { leastGrams: number; mostGrams: number } {
  const leastGrams = units * line.unitGrams;
  const most =
    line.mostGrams === null ? Math.floor((leastGrams * MOST_PERCENT) / 100) : units * line.mostGrams;
  return { leastGrams, mostGrams: most };
}

/** Units of a line that lie in boxes already. */
export function unitsPacked(boxes: readonly { lineId: string; units: number }[], lineId: string): number {
  return boxes.reduce((units, box) => units + (box.lineId === lineId ? box.units : 0), 0);
}

/** The lot that ought to go before the one that was chosen; null when that is as it should be. */
async function firstToGo(
  tx: Tx,
  now: Date,
  { lineId, lotId, grams }: PackedUnits,
): Promise<{ batch: string; bestBefore: Date } | null> {
  const lots = await lotsForLine(tx, now, lineId);
  const chosen = lots.find((lot) => lot.lotId === lotId);
  // Promised when it was ordered, first-expired first: that is no choice of the packer's.
  if (!chosen || chosen.promisedGrams > 0) return null;
  const sooner = lots.filter((lot) => lot.bestBefore < chosen.bestBefore && lot.gramsForLine >= grams);
  const [first] = sooner.sort((a, b) => +a.bestBefore - +b.bestBefore);
  return first ? { batch: first.batch, bestBefore: first.bestBefore } : null;
}

async function writeBox(
  tx: Tx,
  moment: Moment,
  by: { userId: string; gln: string },
  { photo, ...packed }: PackedUnits,
  product: { id: string; gtin: string },
): Promise<{ boxId: string; gtin: string; serial: string } | null> {
  const lot = await tx.lot.findUnique({
    where: { id: packed.lotId },
    select: { batch: true, bestBefore: true, variety: { select: { looseGtin: true } } },
  });
  if (!lot) return null;
  const boxId = newId('box', moment);
  const serial = serialNumber(moment.random);
  const packEventId = await recordPacked(tx, moment, {
    boxId,
    boxEpc: boxEpcUri(product.gtin, serial),
    lotId: packed.lotId,
    lotClass: lotClassUri(lot.variety.looseGtin, lot.batch),
    orderId: packed.orderId,
    grams: packed.grams,
    bestBefore: lot.bestBefore,
    gln: by.gln,
    packingLocation: packingLocationUri(by.gln),
    photo: photo ?? null,
  });
  await tx.box.create({
    data: {
      id: boxId,
      serial,
      gtin: product.gtin,
      productId: product.id,
      ...packed,
      packedAt: moment.now,
      packedBy: by.userId,
      packEventId,
    },
  });
  return { boxId, gtin: product.gtin, serial };
}
