import fc from 'fast-check';
import type { ApplicationIdentifier, Component } from './application-identifier.ts';
import { checkCharacters } from './check-characters.ts';
import { checkDigit } from './check-digit.ts';
import { codes } from './linters/codes.ts';

const digits = '0123456789';
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const characters = {
  N: digits,
  X: `!"%&'()*+,-./${digits}:;<=>?${letters}_${letters.toLowerCase()}`,
  Y: `#-/${digits}${letters}`,
  Z: `-_${digits}${letters}${letters.toLowerCase()}`,
};

function number(min: number, max: number, length: number): fc.Arbitrary<string> {
  return fc.integer({ min, max }).map((value) => String(value).padStart(length, '0'));
}

function listed(length: number, set: string, linter: (part: string) => boolean): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...set), minLength: length, maxLength: length }).filter(linter);
}

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
const hour = number(0, 23, 2);
const sixty = number(0, 59, 2);

/** Content that a linter takes, for those that chance would hardly meet. */
const contents: Record<string, fc.Arbitrary<string>> = {
  yymmdd: day.map((text) => text.slice(2)),
  yymmd0: fc.oneof(
    day.map((text) => text.slice(2)),
    day.map((text) => `${text.slice(2, 6)}00`),
  ),
  yyyymmdd: day,
  hh: hour,
  mi: sixty,
  ss: sixty,
  hhmi: fc.tuple(hour, sixty).map((parts) => parts.join('')),
  zero: fc.constant('0'),
  hyphen: fc.constant('-'),
  pieceoftotal: fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })).map((pair) =>
    pair
      .sort((a, b) => a - b)
      .map((value) => String(value).padStart(2, '0'))
      .join(''),
  ),
  posinseqslash: fc.constantFrom('1/1', '1/2', '2/3', '9/9'),
  latitude: number(0, 1_800_000_000, 10),
  longitude: number(0, 3_600_000_000, 10),
  iso3166: listed(3, digits, codes.iso3166),
  iso3166999: listed(3, digits, codes.iso3166999),
  iso3166alpha2: listed(2, letters, codes.iso3166alpha2),
  iso4217: listed(3, digits, codes.iso4217),
  iso5218: listed(1, digits, codes.iso5218),
  yesno: listed(1, digits, codes.yesno),
  winding: listed(1, digits, codes.winding),
  mediatype: listed(2, digits, codes.mediatype),
  packagetype: listed(2, digits + letters, codes.packagetype),
  importeridx: listed(1, characters.X, codes.importeridx),
  iban: fc.constantFrom('FR7630006000011234567890189', 'BE71096123456769', 'GB98MIDL07009312345678'),
};

function contentOf({ characters: type, shortest, longest, linters }: Component): fc.Arbitrary<string> {
  const special = linters.find((name) => contents[name]);
  if (special) return contents[special] as fc.Arbitrary<string>;
  const checked = linters.includes('csum') ? 1 : linters.includes('csumalpha') ? 2 : 0;
  const minLength = Math.max(shortest, linters.includes('gcppos1') ? 7 : 0) - Math.min(checked, shortest);
  const plain = fc.string({
    unit: fc.constantFrom(...characters[type]),
    minLength: Math.max(minLength, 0),
    maxLength: longest - checked,
  });
  return plain
    .map((text) => (linters.includes('gcppos1') ? `9520${text.slice(4)}` : text))
    .filter((text) => !linters.includes('hasnondigit') || /\D/.test(text))
    .filter((text) => !linters.includes('nonzero') || /[^0]/.test(text))
    .filter((text) => !linters.includes('nozeroprefix') || !text.startsWith('0'))
    .map((text) => (linters.includes('pcenc') ? text.replaceAll('%', '') || 'A' : text))
    .map((text) =>
      checked === 1 ? text + checkDigit(text) : checked === 2 ? text + checkCharacters(text) : text,
    );
}

/** Any value that an Application Identifier may have, optional components there or not. */
export function anyValueOf({ components }: ApplicationIdentifier): fc.Arbitrary<string> {
  const needed = components.filter(({ optional }) => !optional).length;
  return fc
    .integer({ min: needed, max: components.length })
    .chain((count) => fc.tuple(...components.slice(0, count).map(contentOf)))
    .map((parts) => parts.join(''));
}
