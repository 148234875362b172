import { type Dong, dong, grams, priceOfWeight, timesDong } from '@baunghe/money';

/** How a product is priced: by the unit, or by the weight of its pieces where it says what they weigh at most. */
export interface Priced {
  priceDong: bigint;
  unitGrams: number;
  mostGrams: number | null;
}

/** What so many units cost: of pieces by weight the most that it can be, and what is to be expected. */
export function linePrice(product: Priced, quantity: number): { sum: Dong; estimate: Dong | null } {
  const price = dong(product.priceDong);
  const { unitGrams, mostGrams } = product;
  if (mostGrams === null) return { sum: timesDong(price, quantity), estimate: null };
  const middling = Math.round(((unitGrams + mostGrams) * quantity) / 2);
  return {
    sum: priceOfWeight(price, grams(quantity * mostGrams)),
    estimate: priceOfWeight(price, grams(middling)),
  };
}

/** What is put aside for one unit: of a piece by weight as much as it may weigh, so that it can be packed in any case. */
export const keptGrams = ({
  unitGrams,
  mostGrams,
}: {
  unitGrams: number;
  mostGrams: number | null;
}): number => mostGrams ?? unitGrams;
