/** What each digit counts in a place of the price field (General Specifications, 7.9). */
const weights = {
  '2-': [0, 2, 4, 6, 8, 9, 1, 3, 5, 7],
  '3': [0, 3, 6, 9, 2, 5, 8, 1, 4, 7],
  '5+': [0, 5, 1, 6, 2, 7, 3, 8, 4, 9],
  '5-': [0, 5, 9, 4, 8, 3, 7, 2, 6, 1],
} as const;

const places = {
  4: ['2-', '2-', '3', '5-'],
  5: ['5+', '2-', '5-', '5+', '2-'],
} as const;

/**
 * The digit that checks a price or weight of four or five digits in a number of restricted circulation, as scales in
 * shops print it (General Specifications, 7.9). Whether there is one, each market decides.
 * @throws RangeError for anything but four or five digits.
 */
export function priceCheckDigit(field: string): string {
  if (!/^\d{4,5}$/.test(field)) throw new RangeError(`not a price field: ${field}`);
  const order = places[field.length === 4 ? 4 : 5];
  const sum = order.reduce((total, place, at) => total + (weights[place][Number(field[at])] ?? 0), 0);
  if (field.length === 4) return String((sum * 3) % 10);
  return String(weights['5-'].findIndex((weight) => weight === (10 - (sum % 10)) % 10));
}
