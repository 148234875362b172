import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grams, sumGrams } from './grams.ts';
import { kilograms } from './kilograms.ts';

describe('kilograms as typed', () => {
  it.each([
    ['12', 12_000],
    ['12,5', 12_500],
    ['12.5', 12_500],
    [' 3,42 kg ', 3_420],
    ['1\u00a0250,5KG', 1_250_500],
    ['0,001', 1],
    ['007', 7_000],
    ['1.500', 1_500],
  ])('reads %j', (text, value) => {
    expect(kilograms(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['', 'empty'],
    [' kg', 'empty'],
    ['mười', 'not_a_number'],
    ['1,2,3', 'not_a_number'],
    ['1e3', 'not_a_number'],
    ['.5', 'not_a_number'],
    ['-2', 'negative'],
    ['1,2345', 'too_many_decimals'],
    ['1234567890', 'too_heavy'],
  ])('refuses %j as %s', (text, code) => {
    expect(kilograms(text)).toEqual({ ok: false, error: { code } });
  });

  it('reads back every weight that is written with either mark', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.constantFrom(',', '.'), (weight, mark) => {
        const text = (weight / 1000).toFixed(3).replace('.', mark);
        expect(kilograms(text)).toEqual({ ok: true, value: weight });
      }),
    );
  });
});

describe('grams', () => {
  it('are whole and never negative', () => {
    expect(sumGrams([grams(1_200), grams(300n)])).toBe(1_500);
    expect(() => grams(-1)).toThrow(RangeError);
    expect(() => grams(0.5)).toThrow(RangeError);
  });
});
