import { type Dong, dong, grams, priceOfWeight } from '@baunghe/money';

/** What the fruit of a box costs at the price of a line, by weight where the line is paid so. */
export function worthOfBox(
  line: { unitPriceDong: bigint; mostGrams: number | null },
  box: { units: number; grams: number },
): Dong {
  const price = dong(line.unitPriceDong);
  return line.mostGrams === null ? dong(price * box.units) : priceOfWeight(price, grams(box.grams));
}
