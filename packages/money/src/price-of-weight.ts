import { type Dong, dong } from './dong.ts';
import type { Grams } from './grams.ts';

/**
 * What `weight` costs at `pricePerKg`, rounded half up to the whole đồng. Reckoned in whole numbers, so
 * no amount is off by the đồng that a double would lose. @throws RangeError past the safe range.
 */
export function priceOfWeight(pricePerKg: Dong, weight: Grams): Dong {
  const thousandths = BigInt(pricePerKg) * BigInt(weight) + 500n;
  const truncated = thousandths / 1000n;
  const floor = thousandths < 0n && truncated * 1000n !== thousandths ? truncated - 1n : truncated;
  return dong(floor);
}
