declare const gramsMark: unique symbol;

/** Whole grams, zero or more. */
export type Grams = number & { readonly [gramsMark]: true };

/** Vouches that `n` is whole grams. @throws RangeError when it is negative, broken or unsafe. */
export function grams(n: number | bigint): Grams {
  const value = Number(n);
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not whole grams: ${String(n)}`);
  return (value === 0 ? 0 : value) as Grams;
}

/** The two weights together. @throws RangeError past the safe range. */
export function addGrams(a: Grams, b: Grams): Grams {
  return grams(a + b);
}

/** All weights together; zero for none. @throws RangeError past the safe range. */
export function sumGrams(weights: Iterable<Grams>): Grams {
  let sum = grams(0);
  for (const weight of weights) sum = addGrams(sum, weight);
  return sum;
}
