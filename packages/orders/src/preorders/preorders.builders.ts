import { type Database, plusDays } from '@baunghe/db';
import { dong } from '@baunghe/money';
import { takeMoney } from '@baunghe/payments';
import { deliveryQuote, openOffer, placePreorder } from '../index.ts';
import { aRi6Shop, at, kept, STAFF } from '../shop.builders.ts';

/** A Monday in the season, in the morning of Vietnam. */
export const MONDAY = new Date('2026-06-08T01:00:00Z');

const PRICE = 120_000;

/** A shop that sells the kilogram of the week of MONDAY, for which so many kilograms are forecast. Returns the offer's id. */
export async function anOffer(
  db: Database,
  forecastKilograms: number,
  rule: 'oldest_first' | 'pro_rata' = 'oldest_first',
): Promise<string> {
  await aRi6Shop(db);
  const [monday] = [new Date('2026-06-08')];
  const said = { saidAt: MONDAY, saidBy: 'usr_1' };
  await db.forecast.create({
    data: { plotId: 'plo_1', varietyCode: 'RI6', monday, grams: forecastKilograms * 1000, ...said },
  });
  const terms = { price: dong(PRICE), depositPercent: 30, forecastPercent: 70, rule };
  const offer = { productId: 'pro_kg', week: monday, lastDay: plusDays(monday, 6), ...terms };
  const opened = await kept(db, (tx) => openOffer(tx, at(MONDAY), STAFF, offer));
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.offerId;
}

/** Orders so many kilograms of an offer. */
export async function preorder(
  db: Database,
  now: Date,
  offerId: string,
  kilograms: number,
  method: 'cod' | 'vietqr' = 'vietqr',
) {
  const goods = dong(PRICE * kilograms);
  const quote = await deliveryQuote(db, now, '75', { goods, grams: kilograms * 1000 });
  const seenTotal = dong(goods + (quote.ok ? quote.value.fee : 0));
  const buyer = {
    buyerName: 'Người mua thử',
    phone: '+84900000099',
    street: 'Số 1',
    note: null,
    locale: 'vi',
  };
  const where = { provinceCode: '75', wardCode: '25217' };
  const form = { offerId, quantity: kilograms, method, ...buyer, ...where, seenTotal };
  return kept(db, (tx) => placePreorder(tx, at(now), form));
}

/** Pays what is missing of an order by transfer. */
export async function payMissing(db: Database, now: Date, orderId: string): Promise<string> {
  const payment = await db.payment.findUniqueOrThrow({ where: { orderId } });
  const amount = dong(payment.amountDong - (payment.receivedDong - payment.refundDong));
  if (payment.state !== 'awaiting' || amount <= 0) return 'nothing to pay';
  const reference = `FT-${orderId}-${payment.receivedDong}`;
  const money = { orderId, source: 'bank', reference, amount, into: 'bank' as const, byUser: null };
  const taken = await kept(db, (tx) => takeMoney(tx, at(now), money));
  return taken.ok ? taken.value.kind : taken.error.code;
}
