/** What of a key's event tells what a scanner means. */
export interface PressedKey {
  key: string;
  ctrlKey: boolean;
}

/** The separator of GS1 element strings. */
const GS = '\u001D';

/** Keys by which scanners type FNC1, which no keyboard has: Ctrl+] and F8 are what their manuals offer. */
const isSeparator = ({ key, ctrlKey }: PressedKey) => key === GS || key === 'F8' || (ctrlKey && key === ']');

/** What a key does to a scan field: ends the scan, puts a separator in, or is the browser's own affair. */
export function meaningOf(pressed: PressedKey): 'end' | 'separator' | 'own' {
  if (pressed.key === 'Enter') return 'end';
  return isSeparator(pressed) ? 'separator' : 'own';
}

/** The same text with a separator where the cursor stood. */
export const withSeparator = (text: string, from: number, to: number): string =>
  text.slice(0, from) + GS + text.slice(to);

/**
 * Whether an input method for Vietnamese has rewritten what a scanner typed (Telex makes `â` of `aa`, VNI `ă` of
 * `a8`): none of our codes holds a letter that is not ASCII, and what was lost cannot be told from what is left.
 */
export const isGarbled = (scanned: string): boolean => /[^\p{ASCII}]/u.test(scanned.normalize('NFC'));
