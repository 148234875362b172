/** Gives `count` unpredictable bytes. */
export type RandomBytes = (count: number) => Uint8Array;

/** No 0, O, 1, I or L to be misread; no vowel, so that no code ever spells a word or seems to mean something. */
const alphabet = '23456789BCDFGHJKMNPQRSTVWXYZ';
const fairBytes = 256 - (256 % alphabet.length);

/** `length` characters, each equally likely: a byte that would favour some of them is thrown away. */
export function randomCode(random: RandomBytes, length: number): string {
  let code = '';
  while (code.length < length) {
    for (const byte of random(length - code.length)) {
      if (byte < fairBytes) code += alphabet[byte % alphabet.length];
    }
  }
  return code;
}
