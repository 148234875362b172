import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchCode } from './batch.ts';
import { checkValue } from './check-value.ts';
import { dayOf, harvestDates, yymmdd } from './dates.ts';
import { bracketedElementString } from './element-string.ts';
import { boxEpcUri, lotClassUri, packingLocationUri, plotLocationUri } from './epcis-ids.ts';
import { netWeight } from './net-weight.ts';
import { serialNumber } from './serial.ts';

const now = new Date('2026-11-24T00:00:00Z');

describe('values of Application Identifiers', () => {
  it.each([
    ['10', '', 'bad_length'],
    ['10', 'A'.repeat(21), 'bad_length'],
    ['10', 'lô', 'bad_characters'],
    ['21', 'A B', 'bad_characters'],
    ['01', '09520001000121', 'bad_check_digit'],
    ['15', '261301', 'bad_date'],
    ['15', '260231', 'bad_date'],
    ['7007', '260600', 'bad_date'],
    ['7007', '260601260', 'bad_length'],
    ['3103', '12500', 'bad_length'],
  ])('(%s)%s is refused: %s', (ai, value, code) => {
    expect(checkValue(ai, value)).toEqual({ code, ai });
  });

  it.each([
    ['10', `!"%&'()*+,-./:;<=>?_`],
    ['15', '260200'],
    ['17', '240229'],
    ['7007', '260601260603'],
    ['3103', netWeight(12_500)],
  ])('(%s)%s passes', (ai, value) => {
    expect(checkValue(ai, value)).toBeNull();
  });
});

describe('days', () => {
  it('come back as they were, for fifty years around now', () => {
    const near = fc.date({ min: new Date('1977-01-01'), max: new Date('2076-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(near, (instant) => {
        const day = new Date(`${instant.toISOString().slice(0, 10)}T00:00:00Z`);
        expect(dayOf(yymmdd(day), now)).toEqual(day);
      }),
    );
  });

  it('00 is the last of the month', () => {
    expect(dayOf('280200', now)).toEqual(new Date('2028-02-29T00:00:00Z'));
    expect(dayOf('2802', now)).toBeNull();
  });

  it('of a harvest are one or two', () => {
    const first = new Date('2026-06-12');
    expect(harvestDates(first)).toBe('260612');
    expect(harvestDates(first, new Date('2026-06-14'))).toBe('260612260614');
  });
});

describe('made codes', () => {
  it('read unmistakably, whatever the chance', () => {
    const seed = fc.infiniteStream(fc.nat(255));
    fc.assert(
      fc.property(seed, (bytes) => {
        const random = (count: number) => Uint8Array.from({ length: count }, () => bytes.next().value ?? 0);
        expect(batchCode(random)).toMatch(/^[2-9B-DF-HJKMNP-TV-Z]{8}$/);
        expect(serialNumber(random)).toMatch(/^[2-9B-DF-HJKMNP-TV-Z]{12}$/);
      }),
    );
  });

  it('hold at least fifty random bits in a serial number', () => {
    const counts = new Set<string>();
    for (let byte = 0; byte < 252; byte += 1) {
      counts.add(serialNumber((count) => new Uint8Array(count).fill(byte)).charAt(0));
    }
    expect(12 * Math.log2(counts.size)).toBeGreaterThanOrEqual(50);
  });
});

it('text beside the code', () => {
  const elements: [string, string][] = [
    ['01', '08939876540018'],
    ['10', 'AB12'],
  ];
  expect(bracketedElementString(elements)).toBe('(01)08939876540018(10)AB12');
  expect(() => bracketedElementString([['01', '1']])).toThrow(RangeError);
});

it('identities in events stand at id.gs1.org', () => {
  expect(boxEpcUri('08939876540018', 'S1')).toBe('https://id.gs1.org/01/08939876540018/21/S1');
  expect(lotClassUri('08939876540018', 'A/1')).toBe('https://id.gs1.org/01/08939876540018/10/A%2F1');
  expect(packingLocationUri('9520123456788')).toBe('https://id.gs1.org/414/9520123456788');
  expect(plotLocationUri('9520123456788', 'V07-2')).toBe('https://id.gs1.org/414/9520123456788/254/V07-2');
  expect(() => boxEpcUri('08939876540017', 'S1')).toThrow(RangeError);
  expect(() => plotLocationUri('9520123456788', 'vườn')).toThrow(RangeError);
});
