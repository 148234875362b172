import type { Element } from './element.ts';

/** AI 3103: net weight in kilograms with three decimals, so grams in six digits. @throws RangeError past 999,999 g. */
export function netWeight(grams: number): string {
  if (!Number.isInteger(grams) || grams < 0 || grams > 999_999) {
    throw new RangeError(`not a weight for AI 3103: ${grams}`);
  }
  return String(grams).padStart(6, '0');
}

/**
 * A net weight as AI 3103, or past 999,999 g as 3102 to 3100, with as many decimals of a kilogram as six digits leave.
 * @throws RangeError for part of a gram, and for what does not fit without rounding.
 */
export function netWeightElement(grams: number): Element {
  for (const decimals of [3, 2, 1, 0]) {
    const amount = grams / 10 ** (3 - decimals);
    if (Number.isInteger(amount) && amount >= 0 && amount <= 999_999) {
      return [`310${decimals}`, String(amount).padStart(6, '0')];
    }
  }
  throw new RangeError(`not a weight for AI 310n: ${grams}`);
}

/** The grams of AI 3100 to 3105 or 3300 to 3305 (net, gross); null for other elements and for part of a gram. */
export function gramsOf([ai, value]: Element): number | null {
  const [, decimals] = /^3[13]0([0-5])$/.exec(ai) ?? [];
  if (decimals === undefined || !/^\d{6}$/.test(value)) return null;
  const grams = (Number(value) * 1000) / 10 ** Number(decimals);
  return Number.isInteger(grams) ? grams : null;
}
