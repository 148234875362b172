import { checkValue } from './check-value.ts';
import { type RandomBytes, randomCode } from './random-code.ts';
import type { Read } from './value-error.ts';

declare const batchMark: unique symbol;

/** A lot's batch code (AI 10): 1–20 characters of character set 82. */
export type Batch = string & { readonly [batchMark]: true };

/** Reads a batch code as scanned or typed. */
export function parseBatch(text: string): Read<Batch> {
  const error = checkValue('10', text);
  return error ? { ok: false, error } : { ok: true, value: text as Batch };
}

/** Vouches for a batch code. @throws RangeError when it is not one. */
export function batch(text: string): Batch {
  const read = parseBatch(text);
  if (!read.ok) throw new RangeError(`not a batch code (${read.error.code}): ${text}`);
  return read.value;
}

/**
 * A new lot's batch code: eight characters (38 random bits) that mean nothing, as TCVN 13274:2020 wants of a
 * trace code. The keeper of lots refuses the rare repetition.
 */
export function batchCode(random: RandomBytes): Batch {
  return batch(randomCode(random, 8));
}
