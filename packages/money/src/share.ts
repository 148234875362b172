import { type Dong, dong } from './dong.ts';

/**
 * Splits `amount` by `weights` (whole numbers, zero or more) to the đồng: the parts are in the weights' order
 * and sum to exactly `amount`. Đồng left over go to the largest remainders, the earlier of two equal ones
 * first, so that the same input always gives the same parts.
 * @throws RangeError when a weight is negative or broken, or when all are zero and the amount is not.
 */
export function share(amount: Dong, weights: readonly number[]): Dong[] {
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`not a weight: ${weight}`);
  }
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  if (total === 0n) {
    if (amount !== 0) throw new RangeError('nobody to share among');
    return weights.map(() => dong(0));
  }
  const sign = amount < 0 ? -1n : 1n;
  const whole = BigInt(amount) * sign;
  const parts = weights.map((weight, at) => {
    const exact = whole * BigInt(weight);
    return { at, part: exact / total, remainder: exact % total };
  });
  let left = whole - parts.reduce((sum, { part }) => sum + part, 0n);
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1,
  );
  for (const entry of byRemainder) {
    if (left === 0n) break;
    entry.part += 1n;
    left -= 1n;
  }
  return parts.map(({ part }) => dong(part * sign));
}
