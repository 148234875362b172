import {
  fail,
  type Moment,
  newId,
  ok,
  plusDays,
  type Result,
  type ShareRule,
  type Tx,
  vietnamDay,
} from '@baunghe/db';
import { mondayOf } from '@baunghe/farm';
import type { Dong } from '@baunghe/money';
import { mayBePromised } from './count-forecast.ts';

/** What an offer begins with where nobody says otherwise. */
export const PREORDER_DEFAULTS = { depositPercent: 30, forecastPercent: 70 } as const;

/** A product to be sold of a harvest week. */
export interface NewOffer {
  productId: string;
  /** Any day of the week. */
  week: Date;
  lastDay: Date;
  price: Dong;
  depositPercent: number;
  forecastPercent: number;
  rule: ShareRule;
}

/** Why a week is not offered. */
export type OfferRefusal =
  | { code: 'product_unknown' }
  /** What a piece costs is known only from the scale. */
  | { code: 'sold_by_weight' }
  /** The last day on which it is sold is past, or after the week. */
  | { code: 'last_day_out_of_range'; first: Date; last: Date }
  | { code: 'offer_exists'; offerId: string }
  | { code: 'nothing_forecast' };

/** Offers a listed product of a week for which something is forecast; once for a product and a week. Returns its id. */
export async function openOffer(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  { week, price, ...offer }: NewOffer,
): Promise<Result<{ offerId: string }, OfferRefusal>> {
  const product = await tx.product.findUnique({ where: { id: offer.productId, listed: true } });
  if (!product) return fail({ code: 'product_unknown' });
  if (product.mostGrams !== null) return fail({ code: 'sold_by_weight' });
  const monday = mondayOf(week);
  const [first, last] = [vietnamDay(moment.now), plusDays(monday, 6)];
  if (offer.lastDay < first || offer.lastDay > last)
    return fail({ code: 'last_day_out_of_range', first, last });
  const { productId, forecastPercent } = offer;
  const there = await tx.preorderOffer.findUnique({ where: { productId_monday: { productId, monday } } });
  if (there) return fail({ code: 'offer_exists', offerId: there.id });
  const of = { varietyCode: product.varietyCode, monday, forecastPercent, besideOffer: null };
  const mayPromiseGrams = await mayBePromised(tx, of);
  if (mayPromiseGrams < product.unitGrams) return fail({ code: 'nothing_forecast' });
  const offerId = newId('pre', moment);
  const opened = { openedAt: moment.now, openedBy: by.userId };
  await tx.preorderOffer.create({
    data: { id: offerId, ...offer, monday, priceDong: BigInt(price), mayPromiseGrams, ...opened },
  });
  return ok({ offerId });
}
