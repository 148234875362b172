import type { Moment } from '@baunghe/db';

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;

/** A code of credit: 12 of 30 characters that are not mistaken for another, 58 bits of chance, so that nobody guesses it. */
export function newCreditCode(moment: Moment): string {
  let code = '';
  while (code.length < LENGTH) {
    for (const byte of moment.random(LENGTH)) {
      if (byte < 240 && code.length < LENGTH) code += ALPHABET[byte % 30];
    }
  }
  return code;
}

/** A code as it is typed, in one form: upper-case letters and digits. */
export const typedCreditCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, 40);
