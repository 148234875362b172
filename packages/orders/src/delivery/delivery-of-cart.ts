import type { Tx } from '@baunghe/db';
import { type Dong, dong } from '@baunghe/money';
import type { FruitKind, SellableLot } from '@baunghe/stock';
import { keptGrams } from '../line-price.ts';
import { deliveryRules } from './delivery-areas.ts';
import type { DeliveryDay } from './delivery-days.ts';
import { feeRange, type NotSent, quoteFor } from './delivery-quote.ts';

/** What a cart's delivery costs and when it can be there. */
export interface CartDelivery {
  /** The most that it can be while the province is not known; nothing where it is not sent. */
  delivery: Dong;
  /** From what on, where the province is not known and the areas differ; null: `delivery` is exact. */
  deliveryFrom: Dong | null;
  /** Why it is not sent: there, or with no province yet, anywhere. */
  notSent: NotSent['code'] | null;
  /** The days that may be chosen; empty while the province is not known. */
  days: DeliveryDay[];
  /** Whether fruit in it ripens after it was cut. */
  ripens: boolean;
  /** Until when the freshest fruit in store of each kind is good, for the kind that passes first; null: none is there. */
  goodUntil: Date | null;
}

interface Cart {
  goods: Dong;
  lines: readonly { productId: string; quantity: number }[];
  products: readonly (FruitKind & {
    id: string;
    unitGrams: number;
    mostGrams: number | null;
    variety: { ripens: boolean };
  })[];
  lots: readonly SellableLot[];
}

/** What it costs to send a cart to a province, or to anywhere while none is chosen, and what its fruit bears. */
export async function deliveryOfCart(
  tx: Tx,
  now: Date,
  { goods, lines, products, lots }: Cart,
  provinceCode: string | null,
): Promise<CartDelivery> {
  const nothing = {
    delivery: dong(0),
    deliveryFrom: null,
    notSent: null,
    days: [],
    ripens: false,
    goodUntil: null,
  };
  if (lines.length === 0) return nothing;
  const rules = await deliveryRules(tx, now);
  const grams = lines.reduce((sum, { productId, quantity }) => {
    const product = products.find(({ id }) => id === productId);
    return sum + (product ? quantity * keptGrams(product) : 0);
  }, 0);
  const fruit = {
    ripens: products.some(({ variety }) => variety.ripens),
    goodUntil: goodUntil(products, lots),
  };
  if (provinceCode === null) {
    const range = feeRange(rules, { goods, grams });
    if (!range) return { ...nothing, ...fruit, notSent: 'too_heavy' };
    const deliveryFrom = range.least < range.most ? range.least : null;
    return { ...nothing, ...fruit, delivery: range.most, deliveryFrom };
  }
  const quote = quoteFor(rules, now, provinceCode, { goods, grams });
  if (!quote.ok) return { ...nothing, ...fruit, notSent: quote.error.code };
  return { ...nothing, ...fruit, delivery: quote.value.fee, days: quote.value.days };
}

function goodUntil(products: readonly FruitKind[], lots: readonly SellableLot[]): Date | null {
  const bests = products.flatMap(({ varietyCode, grade }) => {
    const own = lots.filter((lot) => lot.varietyCode === varietyCode && lot.grade === grade);
    return own.length === 0 ? [] : [Math.max(...own.map(({ bestBefore }) => bestBefore.getTime()))];
  });
  return bests.length === 0 ? null : new Date(Math.min(...bests));
}
