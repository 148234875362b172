import type { Tx } from '@baunghe/db';
import type { Dong } from '@baunghe/money';
import type { FruitKind, SellableLot } from '@baunghe/stock';
import { keptGrams } from '../line-price.ts';
import { deliveryRules } from './delivery-areas.ts';
import { deliveryOfLoad, type LoadDelivery, NOT_SENT } from './delivery-of-load.ts';

/** What a cart's delivery costs and when it can be there. */
export interface CartDelivery extends LoadDelivery {
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
  if (lines.length === 0) return { ...NOT_SENT, ripens: false, goodUntil: null };
  const rules = await deliveryRules(tx, now);
  const grams = lines.reduce((sum, { productId, quantity }) => {
    const product = products.find(({ id }) => id === productId);
    return sum + (product ? quantity * keptGrams(product) : 0);
  }, 0);
  const fruit = {
    ripens: products.some(({ variety }) => variety.ripens),
    goodUntil: goodUntil(products, lots),
  };
  return { ...deliveryOfLoad(rules, now, { goods, grams }, provinceCode), ...fruit };
}

function goodUntil(products: readonly FruitKind[], lots: readonly SellableLot[]): Date | null {
  const bests = products.flatMap(({ varietyCode, grade }) => {
    const own = lots.filter((lot) => lot.varietyCode === varietyCode && lot.grade === grade);
    return own.length === 0 ? [] : [Math.max(...own.map(({ bestBefore }) => bestBefore.getTime()))];
  });
  return bests.length === 0 ? null : new Date(Math.min(...bests));
}
