import { fail, type Moment, newId, ok, plusDays, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong, sumDong } from '@baunghe/money';
import { transferPurpose } from '@baunghe/payments';
import { reserve } from '@baunghe/stock';
import type { Checkout } from './checkout.ts';
import { deliveryQuote, type NotSent } from './delivery/delivery-quote.ts';
import { chosenDay, keepGift, keepInvoice } from './delivery/keep-wishes.ts';
import { keptGrams, linePrice } from './line-price.ts';
import { listedProducts } from './listed-products.ts';
import { atItsPrice, type MarkdownOver, markdownsNamed } from './marked-down.ts';
import { orderCode } from './order-code.ts';
import { lockDiscount, type VoucherRefusal } from './vouchers/find-discount.ts';
import { useVoucher } from './vouchers/use-voucher.ts';
import { writeOrder } from './write-order.ts';

/** Days that an order waits for its transfer, its fruit kept, before it is cancelled. */
export const TRANSFER_DAYS = 1;

/** Hours that fruit is kept for a card: its page closes sooner. */
const CARD_HOURS = 1;

/** Why an order cannot be placed. */
export type CheckoutRefusal =
  | { code: 'cart_empty' }
  | { code: 'product_unlisted'; productId: string }
  | MarkdownOver
  | { code: 'ward_unknown' }
  | { code: 'total_changed'; total: Dong }
  | NotSent
  /** The chosen day is offered no more. */
  | { code: 'day_gone' }
  | VoucherRefusal
  | { code: 'not_enough_stock'; productId: string; markdownId: string | null; unitsLeft: number };

/**
 * Places an order: prices it, keeps its fruit, opens its payment; all or nothing in the given transaction. Returns the
 * order's code.
 */
export async function placeOrder(
  tx: Tx,
  moment: Moment,
  checkout: Checkout,
): Promise<Result<{ orderId: string; code: string; total: Dong }, CheckoutRefusal>> {
  if (checkout.lines.length === 0) return fail({ code: 'cart_empty' });
  const open = await markdownsNamed(tx, moment.now, checkout.lines, { keeps: true });
  const products = await listedProducts(
    tx,
    checkout.lines.map((line) => line.productId),
  );
  const lines = [];
  for (const line of checkout.lines) {
    const { productId, quantity, markdownId } = line;
    const listed = products.find(({ id }) => id === productId);
    if (!listed) return fail({ code: 'product_unlisted', productId });
    const product = atItsPrice(listed, line, open);
    if (!product) return fail({ code: 'markdown_over', productId, markdownId: markdownId ?? '' });
    lines.push({
      id: newId('lin', moment),
      product,
      quantity,
      ...linePrice(product, quantity),
    });
  }
  const goods = sumDong(lines.map((line) => line.sum));
  const load = {
    goods,
    grams: lines.reduce((sum, line) => sum + line.quantity * keptGrams(line.product), 0),
  };
  const quote = await deliveryQuote(tx, moment.now, checkout.provinceCode, load);
  if (!quote.ok) return quote;
  const day = chosenDay(quote.value.days, checkout.wishes?.leaveOn ?? null);
  if (!day.ok) return day;
  const delivery = quote.value.fee;
  const discount = await lockDiscount(tx, moment.now, checkout, { lines, delivery });
  if (!discount.ok) return discount;
  const off = discount.value?.off ?? dong(0);
  const total = dong(goods + delivery - off);
  if (total !== checkout.seenTotal) return fail({ code: 'total_changed', total });
  const code = orderCode(moment);
  const sumsOfOrder = { goods, delivery, discount: off, total };
  const wishes = checkout.wishes ?? {};
  const when = { day: day.value, ripeness: wishes.ripeness ?? null };
  const order = { id: newId('ord', moment), code, ...sumsOfOrder, purpose: transferPurpose(code), ...when };
  const written = await writeOrder(tx, moment, checkout, order, lines);
  if (!written) return fail({ code: 'ward_unknown' });
  if (wishes.gift) await keepGift(tx, order.id, wishes.gift);
  if (wishes.invoice) await keepInvoice(tx, order.id, wishes.invoice);
  await useVoucher(tx, moment, order.id, discount.value);
  const kept = await reserve(
    tx,
    moment,
    lines.map(({ id, product, quantity }) => ({
      lineId: id,
      varietyCode: product.varietyCode,
      grade: product.grade,
      lotId: product.markdown?.lotId ?? null,
      unitGrams: keptGrams(product),
      units: quantity,
    })),
    keptUntil(moment.now, checkout.method),
    checkout.holdId ?? null,
  );
  if (kept.ok) return ok({ orderId: order.id, code, total });
  const short = lines.find((line) => line.id === kept.error.lineId)?.product;
  return fail({
    code: 'not_enough_stock',
    productId: short?.id ?? '',
    markdownId: short?.markdown?.id ?? null,
    unitsLeft: kept.error.unitsLeft,
  });
}

/** How long fruit waits for money: for cash at the door until it is packed. */
function keptUntil(now: Date, method: Checkout['method']): Date | null {
  if (method === 'vietqr') return plusDays(now, TRANSFER_DAYS);
  return method === 'card' ? new Date(now.getTime() + CARD_HOURS * 3_600_000) : null;
}
