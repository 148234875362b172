import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, hasCheckDigit } from './check-digit.ts';
import { gln, glnFrom } from './gln.ts';
import { gtin13From, gtin14From, parseGtin } from './gtin.ts';

describe('check digit', () => {
  it.each([
    ['400638133393', '1'],
    ['893987654001', '8'],
    ['952012345678', '8'],
  ])('of %s is %s', (body, digit) => {
    expect(checkDigit(body)).toBe(digit);
  });

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{7,17}$/),
        fc.nat(),
        fc.integer({ min: 1, max: 9 }),
        (body, at, off) => {
          const whole = body + checkDigit(body);
          const place = at % whole.length;
          const other = String((Number(whole[place]) + off) % 10);
          expect(hasCheckDigit(whole)).toBe(true);
          expect(hasCheckDigit(whole.slice(0, place) + other + whole.slice(place + 1))).toBe(false);
        },
      ),
    );
  });
});

describe('GTIN', () => {
  it.each([
    ['96385074', '00000096385074'],
    ['614141123452', '00614141123452'],
    ['4006381333931', '04006381333931'],
    [' 8939876540018 ', '08939876540018'],
  ])('%j is %s', (text, value) => {
    expect(parseGtin(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['4006381333932', 'bad_check_digit'],
    ['40063813339', 'bad_length'],
    ['', 'bad_length'],
    ['40063813339a1', 'bad_characters'],
  ])('%j is refused: %s', (text, code) => {
    expect(parseGtin(text)).toEqual({ ok: false, error: { code, ai: '01' } });
  });

  it('is made from a prefix and a reference', () => {
    const item = gtin13From('9520001', 12);
    expect(item).toMatch(/^0952000100012\d$/);
    expect(parseGtin(item.slice(1))).toEqual({ ok: true, value: item });
    const weighed = gtin14From(9, item);
    expect(weighed.startsWith('9952000100012')).toBe(true);
    expect(parseGtin(weighed).ok).toBe(true);
    expect(() => gtin13From('9520001', 100_000)).toThrow(RangeError);
    expect(() => gtin13From('9520001', -1)).toThrow(RangeError);
    expect(() => gtin14From(0, item)).toThrow(RangeError);
  });
});

it('GLN is made from a prefix and a reference, and read back', () => {
  const place = glnFrom('9520001', 1);
  expect(gln(place)).toBe(place);
  expect(() => gln(`${place}0`)).toThrow(RangeError);
});
