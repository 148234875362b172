import { plainLetters } from './plain-letters.ts';

/** The default alphabet of GSM 03.38 (3GPP TS 23.038, 6.2.1), without the escape. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension table (6.2.1.1): each of these takes two places, the escape and itself. */
const EXTENDED = new Set('\f^{}\\[~]|€');

/** How a text travels: its alphabet, how many places it takes there, and how many messages that is paid as. */
export interface SmsSegments {
  alphabet: 'gsm7' | 'ucs2';
  places: number;
  segments: number;
}

/**
 * Counts a text as networks do: 160 places of GSM-7 in one message or 153 in each of several; with any other character
 * all of it is UCS-2, 70 or 67. A character of two places is never cut (3GPP TS 23.040, 9.2.3.24.1).
 */
export function smsSegments(text: string): SmsSegments {
  const characters = [...text];
  if (characters.every((character) => BASIC.has(character) || EXTENDED.has(character))) {
    return counted(
      'gsm7',
      characters.map((character) => (EXTENDED.has(character) ? 2 : 1)),
      { alone: 160, joined: 153 },
    );
  }
  return counted(
    'ucs2',
    characters.map(({ length }) => length),
    { alone: 70, joined: 67 },
  );
}

function counted(
  alphabet: SmsSegments['alphabet'],
  sizes: readonly number[],
  room: { alone: number; joined: number },
): SmsSegments {
  const places = sizes.reduce((sum, size) => sum + size, 0);
  if (places <= room.alone) return { alphabet, places, segments: 1 };
  let segments = 1;
  let filled = 0;
  for (const size of sizes) {
    if (filled + size > room.joined) {
      segments += 1;
      filled = 0;
    }
    filled += size;
  }
  return { alphabet, places, segments };
}

/**
 * A text as any phone shows it, in one message: marks off, what GSM-7 does not hold as a question mark, one line, and
 * cut with two dots where it is still too long.
 */
export function oneSegment(text: string): string {
  const plain = [...plainLetters(text).replace(/\s+/g, ' ').trim()]
    .map((character) => (BASIC.has(character) ? character : '?'))
    .join('');
  return plain.length <= 160 ? plain : `${plain.slice(0, 158)}..`;
}
