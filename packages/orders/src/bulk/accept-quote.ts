import {
  fail,
  lockRows,
  type Moment,
  newId,
  ok,
  plusDays,
  type Result,
  type Tx,
  vietnamDay,
} from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import { transferPurpose } from '@baunghe/payments';
import { reserve } from '@baunghe/stock';
import { dayOfWish } from '../delivery/delivery-quote.ts';
import { keepDay, keepInvoice } from '../delivery/keep-wishes.ts';
import { orderCode } from '../order-code.ts';
import { TRANSFER_DAYS } from '../place-order.ts';
import { lockAndCount } from '../preorders/count-forecast.ts';
import { writePreorder } from '../preorders/place-preorder.ts';
import { writeOrder } from '../write-order.ts';
import { takeBulkStep } from './bulk-ways.ts';

/** That a buyer takes a quote as they saw it. */
export interface Acceptance {
  requestId: string;
  quoteId: string;
  method: 'cod' | 'vietqr';
  seenTotal: Dong;
}

/** Why a quote becomes no order. */
export type AcceptRefusal =
  | { code: 'bulk_unknown' }
  | { code: 'bulk_state' }
  /** It is an order already. */
  | { code: 'bulk_accepted'; orderCode: string }
  | { code: 'quote_replaced' }
  | { code: 'quote_over'; lastDay: Date }
  /** Nobody has said where inside the country the fruit is handed over. */
  | { code: 'no_hand_over' }
  | { code: 'not_enough_fruit'; productId: string; unitsLeft: number };

/**
 * Makes an order of the newest quote, at its prices: fruit in the store is kept for it, or, of a harvest week, promised
 * against its forecast for the deposit. All or nothing in the given transaction; a request becomes one order.
 */
export async function acceptQuote(
  tx: Tx,
  moment: Moment,
  acceptance: Acceptance,
): Promise<Result<{ orderId: string; code: string; ahead: boolean }, AcceptRefusal>> {
  const { requestId, quoteId, seenTotal } = acceptance;
  await lockRows(tx, 'bulk_request', [requestId]);
  const request = await lockedRequest(tx, requestId);
  if (!request || request.erasedAt) return fail({ code: 'bulk_unknown' });
  if (request.acceptance) return fail({ code: 'bulk_accepted', orderCode: request.acceptance.order.code });
  const [quote] = request.quotes;
  if (request.state !== 'quoted' || !quote) return fail({ code: 'bulk_state' });
  if (quote.id !== quoteId || dong(quote.totalDong) !== seenTotal) return fail({ code: 'quote_replaced' });
  if (quote.validUntil < vietnamDay(moment.now))
    return fail({ code: 'quote_over', lastDay: quote.validUntil });
  const { provinceCode, wardCode, street } = request.kind === 'export' ? quote : request;
  if (!provinceCode || !wardCode || !street) return fail({ code: 'no_hand_over' });
  const note = [request.packing, request.note].filter(Boolean).join('; ').slice(0, 300) || null;
  const { who: buyerName, phone, locale } = request;
  const buyer = { buyerName, phone, provinceCode, wardCode, street, note, locale };
  const order = { ...buyer, method: acceptance.method, seenTotal };
  const made =
    quote.offerId === null
      ? await fromStore(tx, moment, order, quote)
      : await ahead(tx, moment, order, quote);
  if (!made.ok) return made;
  const { orderId } = made.value;
  await carryOver(tx, moment, orderId, request, quote.offerId === null ? provinceCode : null);
  if (request.demo) await tx.order.update({ where: { id: orderId }, data: { demo: true } });
  await takeBulkStep(tx, moment, { requestId, from: 'quoted', to: 'accepted', byUser: null, why: null });
  await tx.bulkAcceptance.create({ data: { requestId, quoteId, orderId, at: moment.now } });
  return ok({ ...made.value, ahead: quote.offerId !== null });
}

/** What was asked for beside the fruit goes with the order: whom the invoice is for, and by when fruit of the store is wanted. */
async function carryOver(
  tx: Tx,
  { now }: Moment,
  orderId: string,
  request: NonNullable<Awaited<ReturnType<typeof lockedRequest>>>,
  sentTo: string | null,
): Promise<void> {
  const { taxCode, email, who: company, wantedOn } = request;
  const invoice = taxCode && email ? { company, taxCode, email, address: addressOf(request) } : null;
  if (sentTo !== null) await keepDay(tx, orderId, await dayOfWish(tx, now, sentTo, wantedOn));
  if (invoice) await keepInvoice(tx, orderId, invoice);
}

/** Where whoever asks is to be found, as it stands on an invoice. */
function addressOf({
  street,
  ward,
  port,
  country,
}: Awaited<ReturnType<typeof lockedRequest>> & object): string {
  const places = ward ? [street, ward.nameVi, ward.province.nameVi] : [street, port, country];
  return places.filter(Boolean).join(', ').slice(0, 300);
}

function lockedRequest(tx: Tx, id: string) {
  return tx.bulkRequest.findUnique({
    where: { id },
    include: {
      ward: { include: { province: true } },
      acceptance: { include: { order: { select: { code: true } } } },
      quotes: {
        orderBy: { number: 'desc' },
        take: 1,
        include: { lines: { orderBy: { position: 'asc' }, include: { product: true } } },
      },
    },
  });
}

type Quote = NonNullable<Awaited<ReturnType<typeof lockedRequest>>>['quotes'][number];
type Buyer = Omit<Parameters<typeof writePreorder>[2], 'offerId' | 'quantity'>;
type Made = Result<{ orderId: string; code: string }, AcceptRefusal>;

async function fromStore(tx: Tx, moment: Moment, buyer: Buyer, quote: Quote): Promise<Made> {
  const code = orderCode(moment);
  const [goods, delivery, total] = [dong(quote.goodsDong), dong(quote.deliveryDong), dong(quote.totalDong)];
  const sums = { goods, delivery, discount: dong(0), total, day: null, ripeness: null };
  const order = { id: newId('ord', moment), code, ...sums, purpose: transferPurpose(code) };
  const lines = quote.lines.map(({ product, quantity, unitGrams, unitPriceDong, lineDong }) => ({
    id: newId('lin', moment),
    product: { ...product, unitGrams, mostGrams: null, priceDong: unitPriceDong, markdown: null },
    quantity,
    sum: dong(lineDong),
    estimate: null,
  }));
  if (!(await writeOrder(tx, moment, { ...buyer, lines: [] }, order, lines)))
    throw new Error('the ward of a quote is gone');
  const wants = lines.map(({ id, product, quantity }) => {
    const { varietyCode, grade, unitGrams } = product;
    return { lineId: id, varietyCode, grade, unitGrams, units: quantity };
  });
  const kept = await reserve(
    tx,
    moment,
    wants,
    buyer.method === 'cod' ? null : plusDays(moment.now, TRANSFER_DAYS),
  );
  if (kept.ok) return ok({ orderId: order.id, code });
  const { lineId, unitsLeft } = kept.error;
  const productId = lines.find(({ id }) => id === lineId)?.product.id ?? '';
  return fail({ code: 'not_enough_fruit', productId, unitsLeft });
}

async function ahead(tx: Tx, moment: Moment, buyer: Buyer, quote: Quote): Promise<Made> {
  const [line] = quote.lines;
  const offer = quote.offerId === null ? null : await lockAndCount(tx, quote.offerId);
  if (!line || !offer) throw new Error(`quote ${quote.id} names no harvest week`);
  const { productId, quantity, unitGrams, unitPriceDong } = line;
  const left = offer.closedAt ? 0 : Math.floor((offer.mayPromiseGrams - offer.promisedGrams) / unitGrams);
  if (left < quantity) return fail({ code: 'not_enough_fruit', productId, unitsLeft: left });
  const sums = {
    goods: dong(quote.goodsDong),
    total: dong(quote.totalDong),
    deposit: dong(quote.depositDong),
  };
  const priced = { productId, unitGrams, unitPriceDong, ...sums };
  return ok(await writePreorder(tx, moment, { ...buyer, offerId: offer.id, quantity }, priced));
}
