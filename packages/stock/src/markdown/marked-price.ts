import { type Dong, dong } from '@baunghe/money';

/** What a mark-down takes off: so many percent, or down to the kilogram's price given. One of the two. */
export interface TakenOff {
  percent: number | null;
  kiloDong: bigint | null;
}

/** A price with what it is for; of pieces by weight (`mostGrams`) it is a kilogram's. */
export interface PriceOfUnit {
  priceDong: bigint;
  unitGrams: number;
  mostGrams: number | null;
}

/**
 * A unit's price once its lot is marked down, in whole hundreds of đồng, rounded down; null where that is no lower than
 * the price as it is. The database's `marked_down_dong` says the same.
 */
export function markedPrice(unit: PriceOfUnit, { percent, kiloDong }: TakenOff): Dong | null {
  const grams = BigInt(unit.mostGrams === null ? unit.unitGrams : 1000);
  const hundreds =
    percent === null
      ? ((kiloDong ?? 0n) * grams) / 100_000n
      : (unit.priceDong * BigInt(100 - percent)) / 10_000n;
  const price = hundreds * 100n;
  return price > 0n && price < unit.priceDong ? dong(price) : null;
}
