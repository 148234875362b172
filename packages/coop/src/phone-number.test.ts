import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskPhone, phoneNumber } from './phone-number.ts';

describe('phoneNumber', () => {
  it.each([
    ['0912345678', '+84912345678'],
    ['84912345678', '+84912345678'],
    ['+84 91 234 56 78', '+84912345678'],
    ['0084912345678', '+84912345678'],
    [' (091) 234.56.78 ', '+84912345678'],
    ['０９１２３４５６７８', '+84912345678'],
    ['+44 7911 123456', '+447911123456'],
  ])('reads the mobile number %s', (text, e164) => {
    expect(phoneNumber(text)).toEqual({ ok: true, value: { e164, mobile: true } });
  });

  it('knows a fixed line', () => {
    expect(phoneNumber('02713778899')).toEqual({ ok: true, value: { e164: '+842713778899', mobile: false } });
  });

  it.each([
    '01234567890', // the form withdrawn in 2018
    '091234567',
    '09123456789',
    '113',
    '19001234',
    '0912345678 ext 5',
    'call 0912345678',
    '+84',
    '',
    'sầu riêng',
  ])('refuses %j', (text) => {
    expect(phoneNumber(text)).toEqual({ ok: false, error: { code: 'phone_invalid' } });
  });

  it('never throws, and reads its own answer back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^(\+?84|0)[0-9 .]{6,14}$/)), (text) => {
        const first = phoneNumber(text);
        if (first.ok) expect(phoneNumber(first.value.e164)).toEqual(first);
      }),
    );
  });
});

describe('maskPhone', () => {
  it.each([
    ['0912345678', '09•• ••• 678'],
    ['02713778899', '02••• ••• 899'],
    ['+447911123456', '+44•••• ••• 456'],
  ])('of %s is %s', (text, masked) => {
    const parsed = phoneNumber(text);
    expect(parsed.ok && maskPhone(parsed.value.e164)).toBe(masked);
  });
});
