import type { VatKind } from '@baunghe/db';
import { type Dong, dong, grams, priceOfWeight } from '@baunghe/money';
import { taxWithin } from '../vat/vat-of-order.ts';

/** What the fruit of a box costs at the price of a line, by weight where the line is paid so, without the VAT in it. */
export function worthOfBox(
  line: { unitPriceDong: bigint; mostGrams: number | null; vatKind: VatKind; vatRate: number },
  box: { units: number; grams: number },
): Dong {
  const price = dong(line.unitPriceDong);
  const cost = line.mostGrams === null ? dong(price * box.units) : priceOfWeight(price, grams(box.grams));
  return dong(cost - taxWithin(cost, { kind: line.vatKind, rate: line.vatRate }));
}
