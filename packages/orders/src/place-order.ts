import { fail, type Moment, newId, ok, plusDays, type Result, type Tx } from '@baunghe/db';
import { type Dong, dong, sumDong } from '@baunghe/money';
import { transferPurpose } from '@baunghe/payments';
import { reserve } from '@baunghe/stock';
import type { Checkout } from './checkout.ts';
import { deliveryFee } from './delivery-fee.ts';
import { keptGrams, linePrice } from './line-price.ts';
import { listedProducts } from './listed-products.ts';
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
  | { code: 'ward_unknown' }
  | { code: 'total_changed'; total: Dong }
  | VoucherRefusal
  | { code: 'not_enough_stock'; productId: string; unitsLeft: number };

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
  const products = await listedProducts(
    tx,
    checkout.lines.map((line) => line.productId),
  );
  const lines = [];
  for (const { productId, quantity } of checkout.lines) {
    const product = products.find((listed) => listed.id === productId);
    if (!product) return fail({ code: 'product_unlisted', productId });
    lines.push({
      id: newId('lin', moment),
      product,
      quantity,
      ...linePrice(product, quantity),
    });
  }
  const goods = sumDong(lines.map((line) => line.sum));
  const delivery = deliveryFee(goods, checkout.provinceCode);
  const discount = await lockDiscount(tx, moment.now, checkout, { lines, delivery });
  if (!discount.ok) return discount;
  const off = discount.value?.off ?? dong(0);
  const total = dong(goods + delivery - off);
  if (total !== checkout.seenTotal) return fail({ code: 'total_changed', total });
  const code = orderCode(moment);
  const sumsOfOrder = { goods, delivery, discount: off, total };
  const order = { id: newId('ord', moment), code, ...sumsOfOrder, purpose: transferPurpose(code) };
  const written = await writeOrder(tx, moment, checkout, order, lines);
  if (!written) return fail({ code: 'ward_unknown' });
  await useVoucher(tx, moment, order.id, discount.value);
  const kept = await reserve(
    tx,
    moment,
    lines.map(({ id, product, quantity }) => ({
      lineId: id,
      varietyCode: product.varietyCode,
      grade: product.grade,
      unitGrams: keptGrams(product),
      units: quantity,
    })),
    keptUntil(moment.now, checkout.method),
    checkout.holdId ?? null,
  );
  if (kept.ok) return ok({ orderId: order.id, code, total });
  const short = lines.find((line) => line.id === kept.error.lineId);
  return fail({
    code: 'not_enough_stock',
    productId: short?.product.id ?? '',
    unitsLeft: kept.error.unitsLeft,
  });
}

/** How long fruit waits for money: for cash at the door until it is packed. */
function keptUntil(now: Date, method: Checkout['method']): Date | null {
  if (method === 'vietqr') return plusDays(now, TRANSFER_DAYS);
  return method === 'card' ? new Date(now.getTime() + CARD_HOURS * 3_600_000) : null;
}
