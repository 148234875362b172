/** AI 3103: net weight in kilograms with three decimals, so grams in six digits. @throws RangeError past 999,999 g. */
export function netWeight(grams: number): string {
  if (!Number.isInteger(grams) || grams < 0 || grams > 999_999) {
    throw new RangeError(`not a weight for AI 3103: ${grams}`);
  }
  return String(grams).padStart(6, '0');
}
