/**
 * The last digit of a GS1 key whose other digits are `body` (any length, digits only): weights 3 and 1 from
 * the right, modulo 10. GS1 General Specifications, 7.9.1. @throws RangeError when `body` is not digits.
 */
export function checkDigit(body: string): string {
  if (!/^\d+$/.test(body)) throw new RangeError(`not digits: ${body}`);
  let sum = 0;
  for (let fromRight = 0; fromRight < body.length; fromRight += 1) {
    const digit = Number(body[body.length - 1 - fromRight]);
    sum += fromRight % 2 === 0 ? digit * 3 : digit;
  }
  return String((10 - (sum % 10)) % 10);
}

/** Whether the last of `digits` is the check digit of the others. */
export function hasCheckDigit(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && checkDigit(digits.slice(0, -1)) === digits.slice(-1);
}
