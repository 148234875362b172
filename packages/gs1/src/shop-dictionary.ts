import { hasCheckDigit } from './check-digit.ts';
import { isYymmdd } from './dates.ts';
import { dictionaryOf } from './dictionary.ts';

/**
 * The few Application Identifiers that stand on a box of fruit, so that a buyer's browser need not carry all of
 * them: the lines of the whole dictionary without titles and without what only checks a company's prefix or the
 * company of other elements.
 */
export const shopDictionary = /* @__PURE__ */ dictionaryOf(
  [
    '01 *? N14,csum dlpkey=22,10,21',
    '10 ? X..20',
    '11 *? N6,yymmd0',
    '13 *? N6,yymmd0',
    '15 *? N6,yymmd0',
    '17 *? N6,yymmd0',
    '21 X..20',
    '22 X..20',
    '254 X..20',
    '3103 *? N6',
    '414 *? N13,csum dlpkey=254',
    '417 *? N13,csum dlpkey',
    '7007 ? N6,yymmdd [N6],yymmdd',
  ],
  {
    csum: hasCheckDigit,
    yymmdd: (part) => isYymmdd(part, { dayZero: false }),
    yymmd0: (part) => isYymmdd(part, { dayZero: true }),
  },
);
