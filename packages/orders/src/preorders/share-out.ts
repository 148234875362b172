import { fail, lockRows, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { lockSellableLots, lotsServing, reserve, sellableLots, unitsIn } from '@baunghe/stock';
import { finishPreorder, type Told, told } from './finish-preorder.ts';
import { shareUnits } from './share-units.ts';
import { lockWaiting, unitsWaiting, type Waiting, waitingOf } from './waiting.ts';

/** Why a harvest is not shared out. */
export type ShareRefusal =
  | { code: 'offer_unknown' }
  | { code: 'offer_closed' }
  | { code: 'nobody_waits' }
  | { code: 'nothing_to_share' };

/** What somebody who waits would get. */
export interface Part {
  orderId: string;
  code: string;
  buyerName: string;
  placedAt: Date;
  depositPaid: boolean;
  /** Units that were kept before. */
  has: number;
  /** Units that are still waited for. */
  waits: number;
  gets: number;
}

/** How the fruit that is free now would be shared out; nothing is changed. Null when there is no such offer. */
export async function previewShare(
  tx: Tx,
  now: Date,
  offerId: string,
): Promise<{ units: number; parts: Part[] } | null> {
  const offer = await tx.preorderOffer.findUnique({ where: { id: offerId }, include: { product: true } });
  if (!offer) return null;
  const waiting = await waitingOf(tx, offerId);
  const lots = lotsServing(await sellableLots(tx, [offer.product], now), offer.product);
  const units = unitsIn(lots, offer.product.unitGrams);
  const gets = partsOf(offer.rule, units, waiting);
  const parts = waiting.map((promise) => ({
    orderId: promise.line.order.id,
    code: promise.line.order.code,
    buyerName: promise.line.order.buyerName,
    placedAt: promise.line.order.placedAt,
    depositPaid: isDepositPaid(promise),
    has: promise.servedGrams / promise.line.unitGrams,
    waits: unitsWaiting(promise),
    gets: gets.get(promise.lineId) ?? 0,
  }));
  return { units, parts };
}

/**
 * Shares the free fruit of the store out among those who wait and have paid their deposit, by the offer's rule. Whoever
 * is served in full goes on as an order; who is served in part keeps that and waits for the next harvest or the end.
 */
export async function shareOut(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  offerId: string,
): Promise<Result<Told[], ShareRefusal>> {
  await lockRows(tx, 'preorder_offer', [offerId]);
  const offer = await tx.preorderOffer.findUnique({ where: { id: offerId }, include: { product: true } });
  if (!offer) return fail({ code: 'offer_unknown' });
  if (offer.closedAt) return fail({ code: 'offer_closed' });
  const waiting = (await lockWaiting(tx, offerId)).filter(isDepositPaid);
  if (waiting.length === 0) return fail({ code: 'nobody_waits' });
  const { varietyCode, grade, unitGrams } = offer.product;
  const free = await lockSellableLots(tx, [offer.product], moment.now, null);
  const lots = lotsServing(free, offer.product);
  const gets = partsOf(offer.rule, unitsIn(lots, unitGrams), waiting);
  const served = waiting.flatMap((promise) => {
    const units = gets.get(promise.lineId) ?? 0;
    return units > 0 ? [{ promise, units }] : [];
  });
  if (served.length === 0) return fail({ code: 'nothing_to_share' });
  const wants = served.map(({ promise, units }) => ({
    lineId: promise.lineId,
    varietyCode,
    grade,
    unitGrams,
    units,
  }));
  const kept = await reserve(tx, moment, wants, null);
  if (!kept.ok) throw new Error('fruit that was counted under lock did not suffice');
  const tell: Told[] = [];
  for (const { promise, units } of served) tell.push(await serve(tx, moment, by.userId, promise, units));
  return ok(tell);
}

async function serve(tx: Tx, moment: Moment, byUser: string, promise: Waiting, units: number): Promise<Told> {
  const servedGrams = promise.servedGrams + units * promise.line.unitGrams;
  if (servedGrams === promise.grams) return finishPreorder(tx, moment, byUser, promise, servedGrams);
  await tx.forecastPromise.update({ where: { lineId: promise.lineId }, data: { servedGrams } });
  return told(promise, 'waits', servedGrams / promise.line.unitGrams);
}

function partsOf(
  rule: Parameters<typeof shareUnits>[0],
  units: number,
  waiting: readonly Waiting[],
): Map<string, number> {
  const paid = waiting.filter(isDepositPaid);
  const parts = shareUnits(rule, units, paid.map(unitsWaiting));
  return new Map(paid.map(({ lineId }, at) => [lineId, parts[at] ?? 0]));
}

function isDepositPaid({ line }: Waiting): boolean {
  return line.order.payment?.state === 'received';
}
