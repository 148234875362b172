import { dictionaryOf } from './dictionary.ts';
import { dictionaryLines } from './dictionary-lines.ts';
import { codes } from './linters/codes.ts';
import { datesAndTimes } from './linters/dates-and-times.ts';
import { keys } from './linters/keys.ts';
import { numbers } from './linters/numbers.ts';

/**
 * Linters of the dictionary that test nothing here: the offers of North American coupons (AI 8110 and 8112), which
 * no fruit carries. Such a value is only held to its length and characters.
 */
export const UNTESTED_LINTERS = ['couponcode', 'couponposoffer'] as const;

/** The whole GS1 Barcode Syntax Dictionary. Heavier than what the shop's pages need, which is `parseDigitalLink`. */
export const gs1Dictionary = /* @__PURE__ */ dictionaryOf(dictionaryLines, {
  ...datesAndTimes,
  ...keys,
  ...numbers,
  ...codes,
});
