import { checkDigit } from './check-digit.ts';
import { checkValue } from './check-value.ts';
import type { Read } from './value-error.ts';

declare const gtinMark: unique symbol;

/** A trade item's number in its 14-digit form, check digit right (AI 01). */
export type Gtin14 = string & { readonly [gtinMark]: true };

/** Reads a GTIN-8, -12, -13 or -14 as scanned or typed; shorter ones get leading zeros to 14 digits. */
export function parseGtin(text: string): Read<Gtin14> {
  const typed = text.trim();
  if (!/^\d*$/.test(typed)) return { ok: false, error: { code: 'bad_characters', ai: '01' } };
  if (![8, 12, 13, 14].includes(typed.length)) return { ok: false, error: { code: 'bad_length', ai: '01' } };
  const padded = typed.padStart(14, '0');
  const error = checkValue('01', padded);
  return error ? { ok: false, error } : { ok: true, value: padded as Gtin14 };
}

/** Vouches for a GTIN in any of its lengths. @throws RangeError when it is not one. */
export function gtin14(text: string): Gtin14 {
  const read = parseGtin(text);
  if (!read.ok) throw new RangeError(`not a GTIN (${read.error.code}): ${text}`);
  return read.value;
}

/**
 * The GTIN-13 of a company prefix and an item reference, in its 14-digit form: together at most 12 digits, the
 * reference filled with zeros. @throws RangeError when they do not fit.
 */
export function gtin13From(prefix: string, itemReference: number): Gtin14 {
  return gtin14(thirteenDigits(prefix, itemReference));
}

/**
 * The GTIN-14 that groups or measures what `gtin` counts: `indicator` 1–8 for a case, 9 for an item sold by
 * weight. @throws RangeError for another indicator.
 */
export function gtin14From(indicator: number, gtin: Gtin14): Gtin14 {
  if (!Number.isInteger(indicator) || indicator < 1 || indicator > 9) {
    throw new RangeError(`not an indicator: ${indicator}`);
  }
  const body = `${indicator}${gtin.slice(1, 13)}`;
  return gtin14(body + checkDigit(body));
}

/** Thirteen digits of prefix, zero-filled reference and check digit: how GTIN-13 and GLN are both built. */
export function thirteenDigits(prefix: string, reference: number): string {
  const room = 12 - prefix.length;
  const filled = String(reference).padStart(room, '0');
  if (!/^\d{3,11}$/.test(prefix) || !/^\d+$/.test(filled) || filled.length !== room) {
    throw new RangeError(`prefix ${prefix} has no room for ${reference}`);
  }
  return prefix + filled + checkDigit(prefix + filled);
}
