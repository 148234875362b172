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
import { type Dong, dong, sumDong, timesDong } from '@baunghe/money';
import { takeBulkStep } from './bulk-ways.ts';

/** A quote holds at most so many days. */
export const MOST_QUOTE_DAYS = 60;

/** What is offered for a request. */
export interface NewQuote {
  requestId: string;
  /** At most one for each product. */
  lines: readonly { productId: string; grams: number; kiloDong: Dong }[];
  /** The harvest week that its fruit is to come from; null: what is in the store. */
  offerId: string | null;
  delivery: Dong;
  /** Of fruit of a harvest to come: what is paid ahead, as a percent of all or in đồng. */
  deposit: { percent: number } | { dong: Dong } | null;
  validUntil: Date;
  message: string | null;
  /** Of an export request: where inside the country it is handed over; null: then it cannot be accepted online. */
  handOver: { provinceCode: string; wardCode: string; street: string } | null;
}

/** Why a quote is not given. */
export type QuoteRefusal =
  | { code: 'bulk_unknown' }
  | { code: 'bulk_state' }
  | { code: 'quote_day_out_of_range'; oldest: Date; newest: Date }
  /** A product is named twice, or is not there. */
  | { code: 'quote_product'; at: number }
  | { code: 'sold_by_weight'; at: number }
  /** Not a whole number of units of so many grams. */
  | { code: 'quote_not_whole'; at: number; unitGrams: number }
  | { code: 'quote_offer' }
  | { code: 'quote_deposit' }
  | { code: 'ward_unknown' };

/** Answers a request with prices; a quote before it is replaced by it, and kept. */
export async function quoteRequest(
  tx: Tx,
  moment: Moment,
  by: { userId: string },
  quote: NewQuote,
): Promise<Result<{ quoteId: string; number: number }, QuoteRefusal>> {
  await lockRows(tx, 'bulk_request', [quote.requestId]);
  const request = await tx.bulkRequest.findUnique({
    where: { id: quote.requestId },
    include: { _count: { select: { quotes: true } } },
  });
  if (!request || request.erasedAt) return fail({ code: 'bulk_unknown' });
  const { state } = request;
  if (state !== 'received' && state !== 'quoted') return fail({ code: 'bulk_state' });
  const oldest = vietnamDay(moment.now);
  const newest = plusDays(oldest, MOST_QUOTE_DAYS);
  if (quote.validUntil < oldest || quote.validUntil > newest)
    return fail({ code: 'quote_day_out_of_range', oldest, newest });
  const lines = await linesOf(tx, quote);
  if (!lines.ok) return lines;
  const goods = sumDong(lines.value.map((line) => dong(line.lineDong)));
  const total = sumDong([goods, quote.delivery]);
  const deposit = await depositOf(tx, quote, total);
  if (!deposit.ok) return deposit;
  const handOver = request.kind === 'export' ? quote.handOver : null;
  if (handOver && !(await hasWard(tx, handOver))) return fail({ code: 'ward_unknown' });
  const quoteId = newId('bqt', moment);
  const number = request._count.quotes + 1;
  const sums = { goodsDong: BigInt(goods), deliveryDong: BigInt(quote.delivery), totalDong: BigInt(total) };
  const { requestId, offerId, validUntil, message } = quote;
  const told = { requestId, number, offerId, validUntil, message, ...handOver };
  const when = { createdAt: moment.now, byUser: by.userId };
  await tx.bulkQuote.create({
    data: { id: quoteId, ...told, ...sums, depositDong: BigInt(deposit.value), ...when },
  });
  await tx.bulkQuoteLine.createMany({ data: lines.value.map((line) => ({ quoteId, ...line })) });
  await takeBulkStep(tx, moment, { requestId, from: state, to: 'quoted', byUser: by.userId, why: null });
  return ok({ quoteId, number });
}

type Line = {
  position: number;
  productId: string;
  quantity: number;
  unitGrams: number;
  kiloDong: bigint;
  unitPriceDong: bigint;
  lineDong: bigint;
};

async function linesOf(tx: Tx, { lines }: NewQuote): Promise<Result<Line[], QuoteRefusal>> {
  const products = await tx.product.findMany({ where: { id: { in: lines.map((line) => line.productId) } } });
  const known: Line[] = [];
  for (const [position, { productId, grams, kiloDong }] of lines.entries()) {
    const product = products.find(({ id }) => id === productId);
    if (!product || known.some((line) => line.productId === productId))
      return fail({ code: 'quote_product', at: position });
    const { unitGrams, mostGrams } = product;
    // What a piece by weight costs is known only from the scale, and a quote names a sum.
    if (mostGrams !== null) return fail({ code: 'sold_by_weight', at: position });
    const quantity = grams / unitGrams;
    if (!Number.isInteger(quantity)) return fail({ code: 'quote_not_whole', at: position, unitGrams });
    const unitPrice = dong((BigInt(kiloDong) * BigInt(unitGrams) + 500n) / 1000n);
    const sums = { unitPriceDong: BigInt(unitPrice), lineDong: BigInt(timesDong(unitPrice, quantity)) };
    known.push({ position, productId, quantity, unitGrams, kiloDong: BigInt(kiloDong), ...sums });
  }
  return ok(known);
}

/** A deposit is taken for fruit of a harvest to come, and for no other. */
async function depositOf(
  tx: Tx,
  { offerId, lines, deposit }: NewQuote,
  total: Dong,
): Promise<Result<Dong, QuoteRefusal>> {
  if (offerId === null) return deposit === null ? ok(dong(0)) : fail({ code: 'quote_deposit' });
  const offer = await tx.preorderOffer.findUnique({ where: { id: offerId } });
  const fits = lines.length === 1 && offer?.productId === lines[0]?.productId;
  if (!offer || offer.closedAt || !fits) return fail({ code: 'quote_offer' });
  const asked = deposit ?? { percent: offer.depositPercent };
  const sum =
    'dong' in asked ? asked.dong : dong(Math.min(total, Math.ceil((total * asked.percent) / 100_000) * 1000));
  return sum >= 1 && sum <= total ? ok(sum) : fail({ code: 'quote_deposit' });
}

async function hasWard(tx: Tx, { provinceCode, wardCode }: { provinceCode: string; wardCode: string }) {
  return (await tx.ward.count({ where: { provinceCode, code: wardCode } })) > 0;
}
