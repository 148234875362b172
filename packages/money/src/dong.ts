declare const dongMark: unique symbol;

/** Whole Vietnamese đồng as a safe integer; negative for what is given back. */
export type Dong = number & { readonly [dongMark]: true };

/**
 * Vouches that `n` is whole đồng.
 * @throws RangeError when `n` is not a whole number that a double holds exactly (±2^53 − 1).
 */
export function dong(n: number | bigint): Dong {
  const value = Number(n);
  if (!Number.isSafeInteger(value)) throw new RangeError(`not whole đồng: ${String(n)}`);
  return (value === 0 ? 0 : value) as Dong;
}

/** The two amounts together. @throws RangeError past the safe range. */
export function addDong(a: Dong, b: Dong): Dong {
  return dong(a + b);
}

/** `d` taken `count` times, as for boxes at one price. @throws RangeError unless the product is whole đồng. */
export function timesDong(d: Dong, count: number): Dong {
  if (!Number.isSafeInteger(count)) throw new RangeError(`not a whole count: ${count}`);
  return dong(d * count);
}

/** All amounts together; zero for none. @throws RangeError past the safe range. */
export function sumDong(amounts: Iterable<Dong>): Dong {
  let sum = dong(0);
  for (const amount of amounts) sum = addDong(sum, amount);
  return sum;
}
