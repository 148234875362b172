import type { Moment } from '@baunghe/db';

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A code that buyer and staff can say to each other: `BN` and 7 of 30 characters that are not mistaken for another
 * (34 random bits); it is also the memo of a transfer, so letters and digits only.
 */
export function orderCode(moment: Moment): string {
  let code = 'BN';
  while (code.length < 9) {
    for (const byte of moment.random(9)) {
      if (byte < 240 && code.length < 9) code += ALPHABET[byte % 30];
    }
  }
  return code;
}

/** An order code as a person types it, in one form: upper-case, without spaces and dashes. */
export function typedOrderCode(typed: string): string {
  return typed.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
}
