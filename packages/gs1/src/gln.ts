import { checkValue } from './check-value.ts';
import { thirteenDigits } from './gtin.ts';
import type { Read } from './value-error.ts';

declare const glnMark: unique symbol;

/** A place or a party: 13 digits, check digit right (AI 414, 417). */
export type Gln = string & { readonly [glnMark]: true };

/** Reads a GLN as scanned or typed. */
export function parseGln(text: string): Read<Gln> {
  const typed = text.trim();
  const error = checkValue('414', typed);
  return error ? { ok: false, error } : { ok: true, value: typed as Gln };
}

/** Vouches for a GLN. @throws RangeError when it is not one. */
export function gln(text: string): Gln {
  const read = parseGln(text);
  if (!read.ok) throw new RangeError(`not a GLN (${read.error.code}): ${text}`);
  return read.value;
}

/** The GLN of a company prefix and a location reference. @throws RangeError when they do not fit 12 digits. */
export function glnFrom(prefix: string, locationReference: number): Gln {
  return gln(thirteenDigits(prefix, locationReference));
}
