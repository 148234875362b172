import { fail, type Moment, newId, ok, type Result, type Tx, vietnamDay } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { transferPurpose } from '@baunghe/payments';
import type { Checkout } from '../checkout.ts';
import type { NotSent } from '../delivery/delivery-quote.ts';
import { orderCode } from '../order-code.ts';
import { lockAndCount } from './count-forecast.ts';
import { preorderSums } from './preorder-sums.ts';

/** What a buyer sends to order of a harvest that is still to come. */
export interface Preorder
  extends Pick<
    Checkout,
    'buyerName' | 'phone' | 'provinceCode' | 'wardCode' | 'street' | 'note' | 'locale' | 'seenTotal'
  > {
  offerId: string;
  quantity: number;
  /** How what the deposit leaves is paid; the deposit itself is always a transfer. */
  method: 'cod' | 'vietqr';
}

/** Why nothing is promised. */
export type PreorderRefusal =
  | { code: 'offer_unknown' }
  | { code: 'offer_closed' }
  | { code: 'ward_unknown' }
  | { code: 'total_changed'; total: Dong }
  | NotSent
  | { code: 'not_enough_forecast'; unitsLeft: number };

/**
 * Promises fruit of a forecast: the order waits for its harvest, and its payment for the deposit. Offers are locked, so
 * that of many who race for the last kilograms exactly as many get them as there are.
 */
export async function placePreorder(
  tx: Tx,
  moment: Moment,
  order: Preorder,
): Promise<Result<{ orderId: string; code: string; total: Dong; deposit: Dong }, PreorderRefusal>> {
  const offer = await lockAndCount(tx, order.offerId);
  if (!offer) return fail({ code: 'offer_unknown' });
  if (offer.closedAt || offer.lastDay < vietnamDay(moment.now) || !offer.product.listed)
    return fail({ code: 'offer_closed' });
  const { provinceCode, wardCode: code } = order;
  const ward = await tx.ward.findUnique({ where: { provinceCode_code: { provinceCode, code } } });
  if (!ward) return fail({ code: 'ward_unknown' });
  const asOffered = { ...offer, price: dong(offer.priceDong) };
  const sums = await preorderSums(tx, moment.now, asOffered, order.quantity, provinceCode);
  if (sums.notSent) return fail({ code: sums.notSent });
  const { goods, total, deposit } = sums;
  if (total !== order.seenTotal) return fail({ code: 'total_changed', total });
  const unitsLeft = Math.floor((offer.mayPromiseGrams - offer.promisedGrams) / offer.product.unitGrams);
  if (order.quantity > unitsLeft) return fail({ code: 'not_enough_forecast', unitsLeft });
  const { productId, product } = offer;
  const promised = { productId, unitGrams: product.unitGrams, unitPriceDong: offer.priceDong };
  return ok({
    ...(await writePreorder(tx, moment, order, { ...promised, goods, total, deposit })),
    total,
    deposit,
  });
}

/** What is computed of an order ahead before it is written. */
interface PreorderSumsToWrite {
  productId: string;
  unitGrams: number;
  unitPriceDong: bigint;
  goods: Dong;
  total: Dong;
  deposit: Dong;
}

/** Writes an order that waits for its harvest, with its promise; the offer is locked and has as much left. */
export async function writePreorder(
  tx: Tx,
  moment: Moment,
  { offerId, quantity, seenTotal: _seen, ...buyer }: Preorder,
  { productId, unitGrams, unitPriceDong, goods, total, deposit }: PreorderSumsToWrite,
): Promise<{ orderId: string; code: string }> {
  const [orderId, lineId] = [newId('ord', moment), newId('lin', moment)];
  const code = orderCode(moment);
  const sums = { goodsDong: BigInt(goods), deliveryDong: BigInt(total - goods), totalDong: BigInt(total) };
  await tx.order.create({
    data: { id: orderId, code, state: 'preordered', ...buyer, ...sums, placedAt: moment.now },
  });
  await tx.orderStep.create({ data: { orderId, toState: 'preordered', at: moment.now } });
  const cost = { unitPriceDong, lineDong: BigInt(goods) };
  await tx.orderLine.create({
    data: { id: lineId, orderId, productId, quantity, unitGrams, ...cost },
  });
  const pay = { id: newId('pay', moment), method: buyer.method, purpose: transferPurpose(code) };
  await tx.payment.create({
    data: { ...pay, orderId, amountDong: BigInt(deposit), createdAt: moment.now },
  });
  const grams = quantity * unitGrams;
  await tx.forecastPromise.create({ data: { lineId, offerId, grams, createdAt: moment.now } });
  return { orderId, code };
}
