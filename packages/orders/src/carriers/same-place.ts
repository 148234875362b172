import { foldPlace } from '../find-ward.ts';
import type { CarrierPlace } from './carrier.ts';

/** A place's name in one form: no diacritics, no word of its kind, no spaces: `P. Phước Long` and `phuoclong` are the same. */
const bare = (name: string): string => foldPlace(name).replaceAll(' ', '');

const namesOf = ({ name, also }: CarrierPlace): string[] => [name, ...also];

/** Whether a place of a list is called so, by any of its names. */
export function isSamePlace(place: CarrierPlace, name: string): boolean {
  const wanted = bare(name);
  return wanted !== '' && namesOf(place).some((each) => bare(each) === wanted);
}

/**
 * The one place of a list that a name of ours means: with its diacritics before without them, by its first name before
 * its others, and one letter spelt otherwise (`y` for `i`, a letter left out) where nothing else is as near. What is called
 * as another place of ours (`others`) is that one, however near it is. Null where none or several are.
 */
export function placeMeant<P extends CarrierPlace>(
  all: readonly P[],
  name: string,
  others: readonly string[] = [],
): P | null {
  const taken = new Set(others.map(spelling));
  taken.delete(spelling(name));
  const places = all.filter((place) => !taken.has(spelling(place.name)));
  const wanted = bare(name);
  const spelt = withMarks(name);
  const whole = (text: string) => text.normalize('NFC').toLowerCase().trim();
  const tries: ((place: P) => boolean)[] = [
    // A commune and a ward of one province may share a name.
    (place) => whole(place.name) === whole(name),
    (place) => withMarks(place.name) === spelt,
    (place) => bare(place.name) === wanted,
    (place) => isSamePlace(place, name),
    (place) => bare(place.name).replaceAll('y', 'i') === wanted.replaceAll('y', 'i'),
    // A short name is another one's neighbour too easily.
    (place) => wanted.length >= 6 && isOneLetterOff(bare(place.name), wanted),
  ];
  for (const is of tries) {
    const [first, ...others] = places.filter(is);
    if (first) return others.length === 0 ? first : null;
  }
  return null;
}

const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A whole name in one spelling: the tone of a word behind it, since `Hòa` and `Hoà` are the same. */
const spelling = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(TONE, '') + (word.match(TONE)?.join('') ?? ''))
    .join(' ');

const KIND = /^(thành phố|tỉnh|tp\.?|phường|xã|đặc khu|p\.|x\.)\s+/u;

const withMarks = (name: string): string =>
  name.normalize('NFC').toLowerCase().trim().replace(KIND, '').replace(/\s+/g, ' ');

/** Whether one letter left out, put in or exchanged makes one of the other. No digit: `Phường 1` is not `Phường 11`. */
function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || /\d/.test(a + b)) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(long.length === short.length ? at + 1 : at) === long.slice(at + 1);
}
