import { checkValue } from './check-value.ts';
import { type RandomBytes, randomCode } from './random-code.ts';
import type { Read } from './value-error.ts';

declare const serialMark: unique symbol;

/** A box's serial number (AI 21): 1–20 characters of character set 82. */
export type Serial = string & { readonly [serialMark]: true };

/** Reads a serial number as scanned or typed. */
export function parseSerial(text: string): Read<Serial> {
  const error = checkValue('21', text);
  return error ? { ok: false, error } : { ok: true, value: text as Serial };
}

/** Vouches for a serial number. @throws RangeError when it is not one. */
export function serial(text: string): Serial {
  const read = parseSerial(text);
  if (!read.ok) throw new RangeError(`not a serial number (${read.error.code}): ${text}`);
  return read.value;
}

/** A new box's serial number: twelve characters, 57 random bits, so that nobody finds a box by guessing. */
export function serialNumber(random: RandomBytes): Serial {
  return serial(randomCode(random, 12));
}
