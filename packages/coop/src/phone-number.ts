import { fail, ok, type Result } from '@baunghe/db';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** A telephone number in the form of ITU-T E.164, such as +84912345678. Only `phoneNumber` makes one. */
export type Phone = string & { readonly __brand: 'Phone' };

/** A number that a person can be called on. */
export interface PhoneNumber {
  e164: Phone;
  /** Whether it can get an SMS; a fixed line cannot. */
  mobile: boolean;
}

// With the smaller metadata every ten digits pass, also 01… numbers, which were withdrawn in 2018.
const REACHABLE = new Map([
  ['MOBILE', true],
  ['FIXED_LINE_OR_MOBILE', true],
  ['FIXED_LINE', false],
]);

/**
 * Reads a telephone number as people write it, with or without spaces, dots, country code or plus; without a country
 * code it is Vietnamese. Premium, toll-free and short numbers, and extensions, are `phone_invalid`.
 */
export function phoneNumber(text: string): Result<PhoneNumber, { code: 'phone_invalid' }> {
  const found = parsePhoneNumberFromString(text.trim(), { defaultCountry: 'VN', extract: false });
  const mobile = REACHABLE.get(found?.getType() ?? '');
  if (!found?.isValid() || found.ext || mobile === undefined) return fail({ code: 'phone_invalid' });
  return ok({ e164: found.number as string as Phone, mobile });
}

/** Whether a number takes our SMS: a mobile one of Vietnam. */
export function takesSms(phone: string): boolean {
  const read = phoneNumber(phone);
  return read.ok && read.value.mobile && phone.startsWith('+84');
}

/** A number with only its first two and last three digits told, so that its owner knows it: `09•• ••• 678`. */
export function maskPhone(phone: Phone): string {
  const local = phone.startsWith('+84') ? `0${phone.slice(3)}` : phone;
  const shown = local.startsWith('+') ? 3 : 2;
  const hidden = '•'.repeat(local.length - shown - 3);
  return `${local.slice(0, shown)}${hidden.slice(0, -3)} ${hidden.slice(-3)} ${local.slice(-3)}`;
}
