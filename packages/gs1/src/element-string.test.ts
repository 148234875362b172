import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkValue } from './check-value.ts';
import type { Element } from './element.ts';
import { bracketedElementString, parseBracketedElementString } from './element-string.ts';
import { anyValueOf } from './elements.builders.ts';
import { gs1Dictionary } from './gs1-dictionary.ts';
import {
  parseScannedElementString,
  SYMBOLOGY_IDENTIFIERS,
  scannedElementString,
} from './scanned-element-string.ts';

const all = [...gs1Dictionary.identifiers.values()];
const anyElement = fc
  .constantFrom(...all)
  .chain((identifier) => anyValueOf(identifier).map((value): Element => [identifier.ai, value]));

function bracketed(text: string) {
  return parseBracketedElementString(text, gs1Dictionary);
}

function scanned(text: string) {
  return parseScannedElementString(text, gs1Dictionary);
}

it.each(all)('AI $ai ($title) comes back as it was written', (identifier) => {
  fc.assert(
    fc.property(anyValueOf(identifier), (value) => {
      const elements: Element[] = [[identifier.ai, value]];
      expect(checkValue(identifier.ai, value, gs1Dictionary)).toBeNull();
      expect(bracketed(bracketedElementString(elements, gs1Dictionary))).toEqual({
        ok: true,
        value: elements,
      });
      expect(scanned(scannedElementString(elements, gs1Dictionary))).toEqual({ ok: true, value: elements });
    }),
    { numRuns: 15 },
  );
});

it('any elements come back in their order', () => {
  fc.assert(
    fc.property(fc.array(anyElement, { minLength: 1, maxLength: 6 }), (elements) => {
      const text = scannedElementString(elements, gs1Dictionary);
      expect(bracketed(bracketedElementString(elements, gs1Dictionary))).toEqual({
        ok: true,
        value: elements,
      });
      expect(scanned(text)).toEqual({ ok: true, value: elements });
      for (const symbology of SYMBOLOGY_IDENTIFIERS) {
        expect(scanned(symbology + text)).toEqual({ ok: true, value: elements });
      }
    }),
  );
});

const checked = all.filter(({ components }) => components.some(({ linters }) => linters.includes('csum')));

it.each(checked)('one wrong digit in the key of AI $ai is refused', (identifier) => {
  const before = identifier.components.findIndex(({ linters }) => linters.includes('csum'));
  const start = identifier.components.slice(0, before).reduce((sum, { longest }) => sum + longest, 0);
  const length = identifier.components[before]?.longest ?? 0;
  fc.assert(
    fc.property(
      anyValueOf(identifier),
      fc.nat(length - 1),
      fc.integer({ min: 1, max: 9 }),
      (value, at, off) => {
        const place = start + at;
        const wrong = String((Number(value[place]) + off) % 10);
        const error = checkValue(
          identifier.ai,
          value.slice(0, place) + wrong + value.slice(place + 1),
          gs1Dictionary,
        );
        expect(error).toEqual({ code: 'bad_check_digit', ai: identifier.ai });
      },
    ),
    { numRuns: 15 },
  );
});

it('no text makes the readers throw', () => {
  const pieces = fc.oneof(
    fc.string(),
    fc.constantFrom('(01)', '01', '\u001D', '(10)', '\\(', ']d2', '09521234543213'),
  );
  fc.assert(
    fc.property(fc.array(pieces), (texts) => {
      expect(typeof bracketed(texts.join('')).ok).toBe('boolean');
      expect(typeof scanned(texts.join('')).ok).toBe('boolean');
    }),
  );
});

describe('vectors of the GS1 Barcode Syntax Engine (github.com/gs1/gs1-syntax-engine, src/c-lib/ai.c)', () => {
  it.each([
    ['(01)12345678901231', '0112345678901231'],
    ['(10)12345', '1012345'],
    ['(01)12345678901231(10)12345', '01123456789012311012345'],
    ['(3100)123456(10)12345', '31001234561012345'],
    ['(10)12345(11)991225', '1012345\u001D11991225'],
    ['(3900)12345(11)991225', '390012345\u001D11991225'],
    ['(10)12345\\(11)991225', '1012345(11)991225'],
    ['(10)12345\\(', '1012345('],
    ['(01)12345678901231(235)XYZ(10)BATCH', '0112345678901231235XYZ\u001D10BATCH'],
    ['(235)ABCDEFGHIJKLMNOPQRSTUVWXYZ12', '235ABCDEFGHIJKLMNOPQRSTUVWXYZ12'],
  ])('%s is %j', (text, raw) => {
    const read = bracketed(text);
    expect(read.ok && scannedElementString(read.value, gs1Dictionary)).toBe(raw);
    const back = scanned(raw);
    expect(back.ok && bracketedElementString(back.value, gs1Dictionary)).toBe(text);
  });

  it.each([
    '(235)ABCDEFGHIJKLMNOPQRSTUVWXYZ123',
    '(10)(11)98765',
    '(10)12345(11)',
    '(1A)12345',
    '1(12345',
    '12345',
    '()12345',
    '(1)12345',
    '(12345)12345',
    '(15',
    '(1',
    '(',
    '(01)123456789012312(10)12345',
    '(10)12345^',
    '(17)9(90)217',
  ])('%s is refused', (text) => {
    expect(bracketed(text).ok).toBe(false);
  });
});

describe('a fault is told with its place and its mend', () => {
  it.each([
    ['', { code: 'unknown_identifier', ai: '', at: 0, mend: { how: 'identifier' } }],
    ['01)09521234543213', { code: 'unknown_identifier', ai: '', at: 0, mend: { how: 'identifier' } }],
    ['(05)1', { code: 'unknown_identifier', ai: '05', at: 0, mend: { how: 'identifier' } }],
    [
      '(10)A(01)09521234543212',
      { code: 'bad_check_digit', ai: '01', at: 9, mend: { how: 'check', put: '09521234543213' } },
    ],
    [
      '(10)A\\(B(8003)19521234543213',
      { code: 'bad_part', ai: '8003', at: 14, mend: { how: 'rule', linter: 'zero' } },
    ],
    ['(10)', { code: 'bad_length', ai: '10', at: 4, mend: { how: 'length', shortest: 1, longest: 20 } }],
    ['(10)\\(lô', { code: 'bad_characters', ai: '10', at: 4, mend: { how: 'characters', set: 'X' } }],
    [
      '(8013)1987654Ad4X4bL5ttr2310cXK',
      {
        code: 'bad_check_digit',
        ai: '8013',
        at: 6,
        mend: { how: 'check', put: '1987654Ad4X4bL5ttr2310c2K' },
      },
    ],
    ['(17)260231', { code: 'bad_date', ai: '17', at: 4, mend: { how: 'rule', linter: 'yymmd0' } }],
  ])('%s', (text, error) => {
    expect(bracketed(text)).toEqual({ ok: false, error });
  });

  it.each([
    [']d2', { code: 'unknown_identifier', ai: '', at: 3, mend: { how: 'identifier' } }],
    ['0109521234543213\u001D05', { code: 'unknown_identifier', ai: '', at: 17, mend: { how: 'identifier' } }],
    [
      '10AB\u001D0109521234',
      { code: 'bad_length', ai: '01', at: 7, mend: { how: 'length', shortest: 14, longest: 14 } },
    ],
  ])('%j', (text, error) => {
    expect(scanned(text)).toEqual({ ok: false, error });
  });
});

it('separators too many are passed over', () => {
  expect(scanned('\u001D0109521234543213\u001D10AB\u001D')).toEqual({
    ok: true,
    value: [
      ['01', '09521234543213'],
      ['10', 'AB'],
    ],
  });
});

it('nothing malformed is written', () => {
  expect(() => scannedElementString([['01', '1']], gs1Dictionary)).toThrow(RangeError);
  expect(() => scannedElementString([['05', '1']], gs1Dictionary)).toThrow(RangeError);
});
