import type { ApplicationIdentifier, Component } from './application-identifier.ts';
import { hasCheckDigit } from './check-digit.ts';
import { isYymmdd } from './dates.ts';
import type { Dictionary } from './dictionary.ts';

/** One of the shop's identifiers: its components, the orders of its qualifiers if it is a key. */
function identifier(
  ai: string,
  components: readonly Component[],
  is: { attribute?: boolean; predefinedLength?: boolean },
  qualifiers?: ApplicationIdentifier['qualifiers'],
): [string, ApplicationIdentifier] {
  const flags = { attribute: false, predefinedLength: false, ...is };
  const rest = { title: '', requires: [], excludes: [] };
  return [ai, { ai, components, ...flags, ...rest, ...(qualifiers && { qualifiers }) }];
}

function digits(length: number, ...linters: string[]): Component {
  return { characters: 'N', shortest: length, longest: length, optional: false, linters };
}

function theShops(): Dictionary {
  const free = { attribute: true };
  const fixed = { attribute: true, predefinedLength: true };
  const text: Component = { characters: 'X', shortest: 1, longest: 20, optional: false, linters: [] };
  const harvestDay = digits(6, 'yymmdd');
  return {
    identifiers: new Map([
      identifier('01', [digits(14, 'csum')], fixed, [['22', '10', '21']]),
      identifier('10', [text], free),
      ...['11', '13', '15', '17'].map((ai) => identifier(ai, [digits(6, 'yymmd0')], fixed)),
      ...['21', '22', '254'].map((ai) => identifier(ai, [text], {})),
      identifier('3103', [digits(6)], fixed),
      identifier('414', [digits(13, 'csum')], fixed, [['254']]),
      identifier('417', [digits(13, 'csum')], fixed, [[]]),
      identifier('7007', [harvestDay, { ...harvestDay, optional: true }], free),
    ]),
    linters: {
      csum: hasCheckDigit,
      yymmdd: (part) => isYymmdd(part, { dayZero: false }),
      yymmd0: (part) => isYymmdd(part, { dayZero: true }),
    },
  };
}

/**
 * The few Application Identifiers that stand on a box of fruit, so that a buyer's browser need not carry all of
 * them: as in the whole dictionary, but for titles and for what only checks a company's prefix or the company of
 * other elements.
 */
export const shopDictionary: Dictionary = /* @__PURE__ */ theShops();
