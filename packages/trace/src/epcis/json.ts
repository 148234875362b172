/** What JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A JSON object. */
export type JsonObject = { [name: string]: Json };

const DEEPEST = 64;
const MOST_VALUES = 100_000;
const LONGEST_TEXT = 100_000;

/** Whether a value is a JSON object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as a list: itself when it is one, alone when it is not, empty when it is missing. */
export function listOf(value: Json | undefined): Json[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

/** A place in a document as a JSON pointer (RFC 6901). */
export function pointer(path: readonly (string | number)[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/**
 * What keeps a value from being stored and given back as it is: too deep, too many values, text too long or not Unicode,
 * a number that is none, a name that JavaScript would take for a prototype. Null when nothing does.
 */
export function unstorable(value: Json, at = ''): string | null {
  const open: Place[] = [{ value, name: '', depth: 0, above: null }];
  for (let seen = 1, next = open.pop(); next; next = open.pop()) {
    const fault = faultAt(next);
    if (fault) return `${(at + placeOf(next)).slice(0, 300) || '/'} ${fault}`;
    if (typeof next.value !== 'object' || next.value === null) continue;
    const inner = Object.entries(next.value);
    seen += inner.length;
    if (seen > MOST_VALUES) return `${at || '/'} holds more than ${MOST_VALUES} values`;
    for (const [name, below] of inner) open.push({ value: below, name, depth: next.depth + 1, above: next });
  }
  return null;
}

interface Place {
  value: Json;
  name: string;
  depth: number;
  above: Place | null;
}

function placeOf(place: Place): string {
  const names: string[] = [];
  for (let here = place; here.above; here = here.above) names.unshift(here.name);
  return pointer(names);
}

function faultAt({ value, name, depth }: Place): string | null {
  if (depth > DEEPEST) return `is nested deeper than ${DEEPEST} levels`;
  if (name === '__proto__') return 'is no name of a field';
  if (!isText(name)) return 'has a name that is not Unicode';
  if (typeof value === 'number' && !Number.isFinite(value)) return 'is too large a number';
  if (typeof value !== 'string') return null;
  if (value.length > LONGEST_TEXT) return `is longer than ${LONGEST_TEXT} characters`;
  return isText(value) ? null : 'holds text that is not Unicode';
}

/** PostgreSQL keeps neither U+0000 nor half of a surrogate pair. */
function isText(text: string): boolean {
  return !text.includes('\0') && !/\p{Cs}/u.test(text);
}
