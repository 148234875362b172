import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacters, hasCheckCharacters } from '../check-characters.ts';
import { gs1Dictionary } from '../gs1-dictionary.ts';

/**
 * What each linter takes and refuses: examples from the tests of the Syntax Dictionary's reference linters
 * (github.com/gs1/gs1-syntax-dictionary, src/lint_*.c), and the edges of each rule.
 */
const examples: Record<string, { passes: readonly string[]; fails: readonly string[] }> = {
  csum: { passes: ['24012345678905', '9521234543213'], fails: ['24012345678909'] },
  csumalpha: {
    passes: ['22', '!22', '1987654Ad4X4bL5ttr2310c2K', '12345678901234567890123NT', '53395376X1:nST'],
    fails: ['2', '33', '1987654Ad4X4bL5ttr2310cXK', '1987654Ad4X4bL5ttr2310c2X'],
  },
  gcppos1: { passes: ['012345', '012345A'], fails: ['012', '012A45'] },
  gcppos2: { passes: ['A012345'], fails: ['0', '0012', '001A345'] },
  hasnondigit: { passes: ['1A2', '-'], fails: ['123'] },
  yymmdd: { passes: ['200131', '200229'], fails: ['200100', '210229', '201301', '200132'] },
  yymmd0: { passes: ['200100', '200131'], fails: ['200001', '200132'] },
  yyyymmdd: { passes: ['20000229', '19990606'], fails: ['19000229', '20001301', '20000100'] },
  hh: { passes: ['00', '23'], fails: ['24', '30'] },
  mi: { passes: ['00', '59'], fails: ['60'] },
  ss: { passes: ['00', '59'], fails: ['99'] },
  hhmi: { passes: ['0000', '2359'], fails: ['2400', '2360'] },
  zero: { passes: ['0', '00'], fails: ['1', '01'] },
  nonzero: { passes: ['1', '0010'], fails: ['0', '0000'] },
  nozeroprefix: { passes: ['1', '10'], fails: ['0', '01'] },
  pieceoftotal: { passes: ['0102', '0101', '9899'], fails: ['0001', '0100', '0201'] },
  posinseqslash: {
    passes: ['1/1', '1/2', '10/11'],
    fails: ['0/1', '2/1', '01/2', '1/', '/1', '1/2/3', 'a/b'],
  },
  latitude: { passes: ['0000000000', '1800000000'], fails: ['1800000001'] },
  longitude: { passes: ['0000000000', '3600000000'], fails: ['3600000001'] },
  iso3166: { passes: ['704', '004', '894'], fails: ['000', '001', '999'] },
  iso3166999: { passes: ['704', '999'], fails: ['000'] },
  iso3166alpha2: { passes: ['VN', 'AD', 'ZW'], fails: ['AA', 'vn', 'ZZ'] },
  iso4217: { passes: ['704', '978', '008'], fails: ['000', '001'] },
  iso5218: { passes: ['0', '1', '2', '9'], fails: ['3', '8'] },
  yesno: { passes: ['0', '1'], fails: ['2', ''] },
  winding: { passes: ['0', '1', '9'], fails: ['2', '8'] },
  hyphen: { passes: ['-'], fails: ['', '+'] },
  importeridx: { passes: ['-', '0', 'A', '_', 'z'], fails: ['!', '00', ''] },
  mediatype: { passes: ['01', '10', '80', '99'], fails: ['00', '11', '79'] },
  packagetype: { passes: ['1A', '9', 'APE', 'ZZ', 'CT'], fails: ['', '0', '_9', '200_'] },
  pcenc: { passes: ['', 'AB%20', '%aF%00'], fails: ['%', '%1', '%G1', 'A%4'] },
  iban: {
    passes: ['FR7630006000011234567890189', 'MU43BOMM0101123456789101000MUR', 'BE71096123456769'],
    fails: [
      'FR7630006000011234567890188',
      'XX7630006000011234567890189',
      'FR76',
      'fr7630006000011234567890189',
    ],
  },
};

describe.each(Object.entries(gs1Dictionary.linters))('linter %s', (name, linter) => {
  const { passes, fails } = examples[name] ?? { passes: [], fails: [] };

  it('has examples of both', () => {
    expect(passes.length).toBeGreaterThan(0);
    expect(fails.length).toBeGreaterThan(0);
  });

  it.each(passes)('takes %j', (part) => {
    expect(linter(part)).toBe(true);
  });

  it.each(fails)('refuses %j', (part) => {
    expect(linter(part)).toBe(false);
  });
});

it('check characters notice every single wrong character', () => {
  const characters = `!"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz`;
  const body = fc.string({ unit: fc.constantFrom(...characters), minLength: 1, maxLength: 23 });
  fc.assert(
    fc.property(body, fc.nat(), fc.constantFrom(...characters), (text, at, other) => {
      const place = at % text.length;
      fc.pre(text[place] !== other);
      const pair = checkCharacters(text);
      expect(hasCheckCharacters(text + pair)).toBe(true);
      expect(hasCheckCharacters(text.slice(0, place) + other + text.slice(place + 1) + pair)).toBe(false);
    }),
  );
  expect(() => checkCharacters('ô')).toThrow(RangeError);
  expect(() => checkCharacters('1'.repeat(24))).toThrow(RangeError);
});
