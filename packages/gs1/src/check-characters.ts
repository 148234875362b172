const values = `!"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz`;
const checkAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83];

/**
 * The two check characters of a Global Model Number (AI 8013) or a Master UDI-DI (AI 8014) whose other characters
 * are `body`: each character's place in character set 82, weighted by the primes from the right, modulo 1021.
 * General Specifications, 7.9. @throws RangeError for foreign characters or more than 23 of them.
 */
export function checkCharacters(body: string): string {
  if (body.length > primes.length) throw new RangeError(`too long for check characters: ${body}`);
  let sum = 0;
  for (let fromRight = 0; fromRight < body.length; fromRight += 1) {
    const value = values.indexOf(body.charAt(body.length - 1 - fromRight));
    if (value === -1) throw new RangeError(`not in character set 82: ${body}`);
    sum += value * (primes[fromRight] ?? 0);
  }
  const rest = sum % 1021;
  return checkAlphabet.charAt(rest >> 5) + checkAlphabet.charAt(rest & 31);
}

/** Whether the last two characters (of character set 82, at most 25 in all) check the others. */
export function hasCheckCharacters(text: string): boolean {
  return text.length >= 2 && checkCharacters(text.slice(0, -2)) === text.slice(-2);
}
