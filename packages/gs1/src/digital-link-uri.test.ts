import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalDigitalLink,
  digitalLinkOfElements,
  elementsOfDigitalLink,
  readDigitalLinkUri,
  writeDigitalLinkUri,
} from './digital-link-uri.ts';
import type { Element } from './element.ts';
import { parseBracketedElementString } from './element-string.ts';
import { anyValueOf } from './elements.builders.ts';
import { gs1Dictionary } from './gs1-dictionary.ts';
import { scannedElementString } from './scanned-element-string.ts';

const all = [...gs1Dictionary.identifiers.values()];
const keys = all.filter(({ qualifiers }) => qualifiers);

function scannedOf(uri: string, options = {}) {
  const read = readDigitalLinkUri(uri, options);
  return read.ok ? scannedElementString(elementsOfDigitalLink(read.value), gs1Dictionary) : read.error.code;
}

function elementOf(ai: string): fc.Arbitrary<Element> {
  const identifier = gs1Dictionary.identifiers.get(ai);
  if (!identifier) throw new Error(`unknown: ${ai}`);
  return anyValueOf(identifier).map((value): Element => [ai, value]);
}

describe.each(keys)('links of key $ai ($title)', ({ ai, qualifiers = [] }) => {
  const free = all
    .filter((other) => other.attribute && other.ai !== ai && !qualifiers.flat().includes(other.ai))
    .map((other) => other.ai);
  const link = fc.constantFrom(...qualifiers).chain((order) =>
    fc.record({
      stem: fc.constantFrom('', 'https://id.gs1.org', 'https://example.org/a/01/b'),
      key: elementOf(ai),
      qualifiers: fc.subarray([...order]).chain((chosen) => fc.tuple(...chosen.map(elementOf))),
      attributes: fc
        .subarray(free, { maxLength: 3 })
        .chain((chosen) => fc.tuple(...[...chosen].sort().map(elementOf))),
    }),
  );

  it('come back as they were written, also by way of elements', () => {
    fc.assert(
      fc.property(link, (written) => {
        const whole = { ...written, linkType: null, context: null, others: [] };
        expect(readDigitalLinkUri(writeDigitalLinkUri(written))).toEqual({ ok: true, value: whole });
        expect(digitalLinkOfElements(elementsOfDigitalLink(whole), whole.stem)).toEqual({
          ok: true,
          value: whole,
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe('vectors of the GS1 Barcode Syntax Engine (github.com/gs1/gs1-syntax-engine, src/c-lib/dl.c)', () => {
  it.each([
    ['https://a/00/006141411234567890', '00006141411234567890'],
    ['https://a/01/12312312312333', '0112312312312333'],
    ['https://a:65535/01/12312312312333', '0112312312312333'],
    ['https://[2001:db8::1]/01/12312312312333', '0112312312312333'],
    ['https://a/more/stem/00/006141411234567890', '00006141411234567890'],
    ['https://a/00/faux/00/006141411234567890', '00006141411234567890'],
    ['https://a/01/2112345678900', '0102112345678900'],
    ['https://a/01/416000336108', '0100416000336108'],
    ['https://a/01/02345673', '0100000002345673'],
    ['https://a/8004/9520614141234567?01=02345673', '80049520614141234567\u001D0100000002345673'],
    ['https://a/01/12312312312333/22/TEST/10/ABC/21/XYZ', '011231231231233322TEST\u001D10ABC\u001D21XYZ'],
    ['https://a/01/12312312312333/235/TEST', '0112312312312333235TEST'],
    ['https://a/253/1231231231232', '2531231231231232'],
    ['https://a/253/1231231231232TEST5678901234567', '2531231231231232TEST5678901234567'],
    ['https://a/8018/123456789012345675/8019/123', '8018123456789012345675\u001D8019123'],
    ['https://a/stem/00/006141411234567890?', '00006141411234567890'],
    ['https://a/stem/401/12345678?99=ABC', '40112345678\u001D99ABC'],
    ['https://a/01/12312312312333?&&&99=ABC&&&&&&98=XYZ&&&', '011231231231233399ABC\u001D98XYZ'],
    ['https://a/01/12312312312333?99=ABC&unknown=666&98=XYZ', '011231231231233399ABC\u001D98XYZ'],
    ['https://a/01/12312312312333?singleton&99=ABC&98=XYZ', '011231231231233399ABC\u001D98XYZ'],
    [
      'https://a/01/12312312312333/22/ABC%2d123?99=ABC&98=XYZ%2f987',
      '011231231231233322ABC-123\u001D99ABC\u001D98XYZ/987',
    ],
    ['https://a/01/12312312312333/22/ABC+123', '011231231231233322ABC+123'],
    [
      'https://a/01/12312312312333/22/test/10/abc/21/xyz#fragment',
      '011231231231233322test\u001D10abc\u001D21xyz',
    ],
    ['https://id.gs1.org/414/9520123456788/254/32a%2Fb', '414952012345678825432a/b'],
    ['https://id.gs1.org/01/09520123456788?3103=000195', '01095201234567883103000195'],
    ['https://id.gs1.org/01/09520123456788/235/XYZ?10=ABC123', '0109520123456788235XYZ\u001D10ABC123'],
    ['https://a/gtin/12312312312333', 'no_primary_key'],
    ['https://a/zzz/12312312312333', 'no_primary_key'],
    ['https://a/253/1231231231232TEST56789012345678', 'bad_length'],
    ['https://a/01/12312312312333?99=', 'missing_value'],
    ['https://a/01/12312312312333?99=ABC&999=faux', 'not_an_attribute'],
    ['https://example.com/01/09520123456788?10=ABC123', 'belongs_in_path'],
    ['https://id.gs1.org/01/09520123456788/10/ABC123?99=XYZ789&01=09520123456788', 'repeated'],
    ['https://id.gs1.org/01/09520123456788/10/ABC123?99=XYZ789&10=ABC123', 'repeated'],
    ['https://id.gs1.org/01/09520123456788/10/ABC123?99=XYZ789&99=XYZ789', 'repeated'],
    ['https://example.com/01/09520123456788/89/ABC123?99=XYZ', 'unknown_qualifier'],
    ['https://a/01//12312312312333', 'missing_value'],
    ['https://a/01/1231231231233%003', 'bad_characters'],
    ['https://a/01/12312312312333/10/', 'missing_value'],
    ['https://a/01/12312312312333/99/ABC', 'unknown_qualifier'],
  ])('%s is %j', (uri, expected) => {
    expect(scannedOf(uri)).toBe(expected);
  });

  it.each([
    ['https://a/gtin/12312312312333', '0112312312312333'],
    ['https://a/gtin/12312312312333/ser/ABC123', '011231231231233321ABC123'],
    ['https://a/sscc/006141411234567890', '00006141411234567890'],
    ['https://a/zzz/12312312312333', 'no_primary_key'],
    ['https://a/cps/12312312312333', 'no_primary_key'],
  ])('with convenience alphas, %s is %j', (uri, expected) => {
    expect(scannedOf(uri, { convenienceAlphas: true })).toBe(expected);
  });

  it.each([
    ['(01)12312312312326(21)abc123', 'https://id.gs1.org/01/12312312312326/21/abc123'],
    ['(01)12312312312326(22)ABC(10)DEF(21)GHI', 'https://id.gs1.org/01/12312312312326/22/ABC/10/DEF/21/GHI'],
    [
      '(21)XYZ(01)12312312312333(10)ABC123(99)XYZ',
      'https://id.gs1.org/01/12312312312333/10/ABC123/21/XYZ?99=XYZ',
    ],
    [
      '(01)12312312312333(10)ABC+123(99)XYZ+QWERTY',
      'https://id.gs1.org/01/12312312312333/10/ABC%2B123?99=XYZ%2BQWERTY',
    ],
    [
      '(253)9526064000028000001(99)000001(8017)795260646688514634',
      'https://id.gs1.org/253/9526064000028000001?8017=795260646688514634&99=000001',
    ],
    ['(01)12312312312326(10)ABC123(10)ABC123', 'https://id.gs1.org/01/12312312312326/10/ABC123'],
    ['(99)XYZ789', 'no_primary_key'],
  ])('%s becomes %s', (text, expected) => {
    const read = parseBracketedElementString(text, gs1Dictionary);
    const link = digitalLinkOfElements(read.ok ? read.value : []);
    expect(link.ok ? writeDigitalLinkUri(link.value) : link.error.code).toBe(expected);
  });
});

it('what the query asks of a resolver is kept apart, and the rest kept', () => {
  const read = readDigitalLinkUri(
    'https://example.org/vi/01/9521234543213?linkType=gs1%3Apip&15=260630&context=market&utm=a%20b&7007=260612#x',
  );
  expect(read).toEqual({
    ok: true,
    value: {
      stem: 'https://example.org/vi',
      key: ['01', '09521234543213'],
      qualifiers: [],
      attributes: [
        ['15', '260630'],
        ['7007', '260612'],
      ],
      linkType: 'gs1:pip',
      context: 'market',
      others: [['utm', 'a b']],
    },
  });
  expect(read.ok && canonicalDigitalLink(read.value)).toBe(
    'https://id.gs1.org/01/09521234543213?15=260630&7007=260612',
  );
});

describe('a fault is told with its place and its mend', () => {
  it.each([
    ['/', { code: 'no_primary_key', ai: '', at: 0, mend: { how: 'identifier' } }],
    ['https://a.vn/21/5', { code: 'unknown_primary_key', ai: '21', at: 13, mend: { how: 'identifier' } }],
    [
      'https://a.vn/01/09521234543212',
      { code: 'bad_check_digit', ai: '01', at: 16, mend: { how: 'check', put: '09521234543213' } },
    ],
    ['/01/09521234543213/10/a%E0', { code: 'bad_encoding', ai: '10', at: 22, mend: { how: 'escape' } }],
    ['/01/09521234543213/10', { code: 'missing_value', ai: '10', at: 19, mend: { how: 'value' } }],
    [
      '/01/09521234543213/21/S/10/L',
      { code: 'qualifier_order', ai: '10', at: 24, mend: { how: 'order', orders: [['22', '10', '21']] } },
    ],
    [
      '/01/09521234543213/10/L/235/T',
      { code: 'qualifier_order', ai: '235', at: 24, mend: { how: 'order', orders: [['235']] } },
    ],
    [
      '/01/09521234543213/8019/1',
      { code: 'unknown_qualifier', ai: '8019', at: 19, mend: { how: 'remove', ai: '8019' } },
    ],
    [
      '/01/09521234543213?15=261332',
      {
        code: 'bad_date',
        ai: '15',
        at: 22,
        mend: { how: 'rule', linter: 'yymmd0' },
      },
    ],
    [
      '/01/09521234543213?12=1',
      {
        code: 'bad_length',
        ai: '12',
        at: 22,
        mend: { how: 'length', shortest: 6, longest: 6 },
      },
    ],
  ])('%s', (uri, error) => {
    expect(readDigitalLinkUri(uri)).toEqual({ ok: false, error });
  });
});

it('elements that a link cannot hold are refused', () => {
  const key: Element = ['01', '09521234543213'];
  expect(digitalLinkOfElements([key, ['254', 'X']])).toEqual({
    ok: false,
    error: { code: 'not_an_attribute', ai: '254' },
  });
  expect(digitalLinkOfElements([key, ['10', 'A'], ['10', 'B']])).toEqual({
    ok: false,
    error: { code: 'repeated', ai: '10' },
  });
  expect(() => digitalLinkOfElements([['01', '1']])).toThrow(RangeError);
});

it('no text makes the reader throw', () => {
  const pieces = fc.oneof(
    fc.string(),
    fc.constantFrom('/01', '/09521234543213', '/10', '?15=', '&', '%', '//', '414'),
  );
  fc.assert(
    fc.property(fc.array(pieces), (texts) => {
      expect(typeof readDigitalLinkUri(texts.join(''), { convenienceAlphas: true }).ok).toBe('boolean');
    }),
  );
});
