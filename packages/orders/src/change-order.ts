import { fail, type Moment, ok, plusDays, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong, sumDong } from '@baunghe/money';
import { keepUntil, release, reserve } from '@baunghe/stock';
import { deliveryQuote, feeOfChange } from './delivery/delivery-quote.ts';
import { keepDay } from './delivery/keep-wishes.ts';
import { keptGrams, linePrice } from './line-price.ts';
import { type MarkdownOver, markdownsNamed } from './marked-down.ts';
import {
  type ChangedBy,
  type ChangeRefusal,
  cardAllows,
  gramsOf,
  keepChange,
  type Locked,
  lockUnpacked,
} from './open-order.ts';
import { TRANSFER_DAYS } from './place-order.ts';
import { discountOfOrder } from './vouchers/find-discount.ts';

/** Where an order is to go instead, and what is to be minded on the way. */
export interface NewAddress extends ChangedBy {
  orderId: string;
  provinceCode: string;
  wardCode: string;
  street: string;
  note: string | null;
  seenTotal: Dong;
}

/**
 * Sends an order that is not packed elsewhere. Where delivery costs another sum, that one must have been seen. A buyer
 * who paid is owed the difference or has it to pay.
 */
export async function changeAddress(
  tx: Tx,
  moment: Moment,
  to: NewAddress,
): Promise<Result<{ total: Dong }, ChangeRefusal | { code: 'ward_unknown' }>> {
  const open = await lockUnpacked(tx, to.orderId);
  if (!open.ok) return open;
  const order = open.value;
  const { provinceCode, wardCode, street, note } = to;
  const before = {
    provinceCode: order.provinceCode,
    wardCode: order.wardCode,
    street: order.street,
    note: order.note,
  };
  const after = { provinceCode, wardCode, street, note };
  if (JSON.stringify(before) === JSON.stringify(after)) return fail({ code: 'nothing_changed' });
  const ward = await tx.ward.count({ where: { provinceCode, code: wardCode } });
  if (ward === 0) return fail({ code: 'ward_unknown' });
  const goods = dong(order.goodsDong);
  // What was agreed stays agreed while the province does.
  const moved = provinceCode !== order.provinceCode && !order.replacement;
  // What a quote asks for delivery holds for the province that it was made for.
  if (moved && (await isQuoted(tx, order.id))) return fail({ code: 'order_state', state: order.state });
  const load = { goods, grams: gramsOf(order.lines) };
  const quote = moved ? await deliveryQuote(tx, moment.now, provinceCode, load) : null;
  if (quote && !quote.ok) return quote;
  const delivery = quote ? quote.value.fee : dong(order.deliveryDong);
  const discount = await discountOfOrder(tx, order.id, { lines: order.lines.map(toDiscount), delivery });
  const sums = sumsOf(goods, delivery, discount);
  const total = dong(sums.totalDong);
  const asked = cardAllows(order, total);
  if (!asked.ok) return asked;
  if (total !== to.seenTotal) return fail({ code: 'total_changed', total });
  await tx.order.update({ where: { id: order.id }, data: { ...after, ...sums } });
  if (quote) await keepDay(tx, order.id, quote.value.days[0] ?? null);
  const missing = await keepChange(tx, moment, order, { ...to, kind: 'address', before, after, total });
  if (missing > 0 && wasPaid(order)) await keepUntil(tx, lineIdsOf(order), deadline(moment));
  return ok({ total });
}

/** How many units of which line are wanted instead; of a line that is taken out none. */
export interface NewQuantities extends ChangedBy {
  orderId: string;
  lines: readonly { lineId: string; quantity: number }[];
  seenTotal: Dong;
}

/** Why a line cannot be of another quantity. */
export type QuantityRefusal =
  | ChangeRefusal
  | { code: 'line_unknown' }
  /** Every line would be taken out: that is cancelling. */
  | { code: 'nothing_left' }
  | MarkdownOver
  | { code: 'not_enough_stock'; productId: string; unitsLeft: number };

/**
 * Changes how much of each line is wanted, at the prices of the order, while nothing is packed: its fruit is promised
 * anew, first-expired first, all or nothing.
 */
export async function changeQuantities(
  tx: Tx,
  moment: Moment,
  wanted: NewQuantities,
): Promise<Result<{ total: Dong }, QuantityRefusal>> {
  const open = await lockUnpacked(tx, wanted.orderId);
  if (!open.ok) return open;
  const order = open.value;
  if (wanted.lines.some(({ lineId }) => !order.lines.some(({ id }) => id === lineId)))
    return fail({ code: 'line_unknown' });
  const lines = order.lines.map((line) => {
    const quantity = wanted.lines.find(({ lineId }) => lineId === line.id)?.quantity ?? line.quantity;
    const priced = linePrice({ ...line, priceDong: line.unitPriceDong }, quantity);
    return { ...line, was: line.quantity, quantity, ...priced };
  });
  const changed = lines.filter((line) => line.quantity !== line.was);
  if (changed.length === 0) return fail({ code: 'nothing_changed' });
  if (lines.every((line) => line.quantity === 0)) return fail({ code: 'nothing_left' });
  const over = await moreThanMarkedDown(tx, moment.now, changed);
  if (over) return fail(over);
  // Fruit that is sent anew is as much as the claim was granted.
  if (order.replacement) return fail({ code: 'order_state', state: order.state });
  // A quote is for as much as it says.
  if (await isQuoted(tx, order.id)) return fail({ code: 'order_state', state: order.state });
  const goods = sumDong(lines.map((line) => line.sum));
  const fee = await feeOfChange(
    tx,
    moment.now,
    { provinceCode: order.provinceCode, agreed: dong(order.deliveryDong) },
    {
      before: { goods: dong(order.goodsDong), grams: gramsOf(order.lines) },
      after: { goods, grams: gramsOf(lines) },
    },
  );
  if (!fee.ok) return fee;
  const delivery = fee.value;
  const discount = await discountOfOrder(tx, order.id, {
    lines: wantedOf(lines).map((line) => ({ ...toDiscount(line), sum: line.sum })),
    delivery,
  });
  const sums = sumsOf(goods, delivery, discount);
  const total = dong(sums.totalDong);
  const asked = cardAllows(order, total);
  if (!asked.ok) return asked;
  if (total !== wanted.seenTotal) return fail({ code: 'total_changed', total });
  for (const { id, quantity, sum, estimate } of changed) {
    const estimateDong = estimate === null ? null : BigInt(estimate);
    await tx.orderLine.update({ where: { id }, data: { quantity, lineDong: BigInt(sum), estimateDong } });
  }
  await tx.order.update({ where: { id: order.id }, data: sums });
  const before = Object.fromEntries(changed.map((line) => [line.id, line.was]));
  const after = Object.fromEntries(changed.map((line) => [line.id, line.quantity]));
  const missing = await keepChange(tx, moment, order, { ...wanted, kind: 'quantity', before, after, total });
  const until = missing > 0 && order.method !== 'cod' ? await newDeadline(tx, moment, order) : null;
  await release(tx, moment, lineIdsOf(order));
  const wants = wantedOf(lines).map((line) => {
    const { varietyCode, grade } = line.product;
    const lotId = line.markdown?.lotId ?? null;
    return { lineId: line.id, units: line.quantity, unitGrams: keptGrams(line), varietyCode, grade, lotId };
  });
  const kept = await reserve(tx, moment, wants, until);
  if (kept.ok) return ok({ total });
  const short = lines.find((line) => line.id === kept.error.lineId);
  return fail({
    code: 'not_enough_stock',
    productId: short?.productId ?? '',
    unitsLeft: kept.error.unitsLeft,
  });
}

/** Whether an order came of a quote for much fruit. */
async function isQuoted(tx: Tx, orderId: string): Promise<boolean> {
  return (await tx.bulkAcceptance.count({ where: { orderId } })) > 0;
}

/** The first line that wants more at the price of a mark-down that is over. */
async function moreThanMarkedDown(
  tx: Tx,
  now: Date,
  lines: readonly { productId: string; markdownId: string | null; was: number; quantity: number }[],
): Promise<MarkdownOver | null> {
  const more = lines.filter((line) => line.markdownId !== null && line.quantity > line.was);
  const open = await markdownsNamed(tx, now, more, { keeps: true });
  const [over] = more.filter(({ markdownId }) => markdownId && !open.has(markdownId));
  return over
    ? { code: 'markdown_over', productId: over.productId, markdownId: over.markdownId ?? '' }
    : null;
}

/** Until when fruit is kept of an order that money is missing of: as before, unless part of it was paid. */
async function newDeadline(tx: Tx, moment: Moment, order: Locked): Promise<Date | null> {
  // What a card keeps is safe until it is packed.
  const isCard = order.method === 'card';
  if (!isCard && wasPaid(order)) return deadline(moment);
  const lineId = { in: lineIdsOf(order) };
  const kept = await tx.reservation.aggregate({
    where: { lineId, state: 'active' },
    _min: { expiresAt: true },
  });
  return kept._min.expiresAt ?? (isCard ? null : deadline(moment));
}

const deadline = ({ now }: Moment): Date => plusDays(now, TRANSFER_DAYS);
const wantedOf = <L extends { quantity: number }>(lines: readonly L[]): L[] =>
  lines.filter(({ quantity }) => quantity > 0);
const lineIdsOf = (order: Locked): string[] => order.lines.map((line) => line.id);
const wasPaid = ({ method, payment }: Locked): boolean =>
  method !== 'cod' && (payment?.receivedDong ?? 0n) > 0n;
const toDiscount = ({ productId, product, lineDong }: Locked['lines'][number]) => ({
  productId,
  varietyCode: product.varietyCode,
  sum: dong(lineDong),
});
const sumsOf = (goods: Dong, delivery: Dong, discount: Dong) => ({
  goodsDong: BigInt(goods),
  deliveryDong: BigInt(delivery),
  discountDong: BigInt(discount),
  totalDong: BigInt(goods - discount + delivery),
});
