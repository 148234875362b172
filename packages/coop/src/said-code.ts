import type { Moment } from '@baunghe/db';

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code that people say to each other: two letters and 7 of 30 characters that are not mistaken for another. */
export function saidCode(prefix: 'GN' | 'TV', moment: Moment): string {
  let code: string = prefix;
  while (code.length < 9) {
    for (const byte of moment.random(9)) {
      if (byte < 240 && code.length < 9) code += ALPHABET[byte % 30];
    }
  }
  return code;
}

/** Such a code as a person types it, in one form: upper-case, without spaces and dashes. */
export function typedSaidCode(typed: string): string {
  return typed.replace(/[^0-9A-Za-z]/g, '').toUpperCase();
}
