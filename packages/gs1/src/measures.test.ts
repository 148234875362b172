import fc from 'fast-check';
import { expect, it } from 'vitest';
import { harvestDates, harvestDays } from './dates.ts';
import { gramsOf, netWeightElement } from './net-weight.ts';
import { priceCheckDigit } from './price-check-digit.ts';

it.each([
  [12_500, ['3103', '012500']],
  [999_999, ['3103', '999999']],
  [1_234_560, ['3102', '123456']],
  [25_000_000, ['3101', '250000']],
  [999_999_000, ['3100', '999999']],
])('%i g is %j', (grams, element) => {
  expect(netWeightElement(grams)).toEqual(element);
});

it('a weight comes back to the gram', () => {
  const grams = fc.oneof(
    fc.integer({ min: 0, max: 999_999 }),
    fc.integer({ min: 0, max: 999_999 }).map((kilograms) => kilograms * 1000),
  );
  fc.assert(
    fc.property(grams, (weight) => {
      expect(gramsOf(netWeightElement(weight))).toBe(weight);
    }),
  );
  expect(() => netWeightElement(0.5)).toThrow(RangeError);
  expect(() => netWeightElement(1_000_001)).toThrow(RangeError);
  expect(() => netWeightElement(-1)).toThrow(RangeError);
});

it.each([
  [['3302', '000125'], 1250],
  [['3105', '012300'], 123],
  [['3105', '012345'], null],
  [['3200', '000001'], null],
  [['3103', '12500'], null],
] as const)('%j is %s g', (element, grams) => {
  expect(gramsOf(element)).toBe(grams);
});

/** The examples of the General Specifications, 7.9. */
it.each([
  ['2875', '9'],
  ['14685', '6'],
])('price %s is checked by %s', (field, digit) => {
  expect(priceCheckDigit(field)).toBe(digit);
});

it('a wrong digit of a price is noticed', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^\d{4,5}$/),
      fc.nat(),
      fc.integer({ min: 1, max: 9 }),
      (field, at, off) => {
        const place = at % field.length;
        const other = field.slice(0, place) + ((Number(field[place]) + off) % 10) + field.slice(place + 1);
        expect(priceCheckDigit(other)).not.toBe(priceCheckDigit(field));
      },
    ),
  );
  expect(() => priceCheckDigit('123')).toThrow(RangeError);
});

it('the days of a harvest are read back', () => {
  const now = new Date('2026-11-24T00:00:00Z');
  const first = new Date('2026-06-12T00:00:00Z');
  const last = new Date('2026-06-14T00:00:00Z');
  expect(harvestDays(harvestDates(first, last), now)).toEqual({ first, last });
  expect(harvestDays(harvestDates(first), now)).toEqual({ first, last: first });
  expect(harvestDays('260614260612', now)).toBeNull();
  expect(harvestDays('260600', now)).toBeNull();
  expect(harvestDays('2606121', now)).toBeNull();
});
