import type { Moment } from '@baunghe/db';

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How long a voucher's code is. */
export const CODE_LENGTH = { least: 4, most: 20 } as const;

/** A code as a person types it, in one form: letters without marks, upper-case, and digits; all else left out. */
export function typedVoucherCode(typed: string): string {
  return typed
    .normalize('NFD')
    .replace(/[đĐ]/g, 'D')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, 40);
}

/** A code by chance: so many of 30 characters that are not mistaken for another, 4.9 bits each. */
export function codeByChance(moment: Moment, length = 8): string {
  let code = '';
  while (code.length < length) {
    for (const byte of moment.random(length)) {
      if (byte < 240 && code.length < length) code += ALPHABET[byte % 30];
    }
  }
  return code;
}
