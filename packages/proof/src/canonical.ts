import { fail, ok, type Result } from './result.ts';

/** A value that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/**
 * Why a value has no canonical form, and where (a JSON Pointer): a number that is none or has no end, text that is not
 * Unicode (I-JSON, RFC 7493, 2.1), something that JSON has no word for, or nesting that never seems to end.
 */
export type CanonicalError = {
  code: 'not_a_finite_number' | 'not_unicode' | 'not_json' | 'too_deep';
  at: string;
};

const DEEPEST = 64;

/**
 * The one text that a JSON value has: RFC 8785 (JCS). Numbers are taken as the doubles they are; a member that is
 * undefined is left out, as JSON.stringify does.
 */
export function canonical(value: unknown): Result<string, CanonicalError> {
  const parts: string[] = [];
  const error = write(value, '', 0, parts);
  return error ? fail(error) : ok(parts.join(''));
}

function write(value: unknown, at: string, depth: number, parts: string[]): CanonicalError | null {
  if (depth > DEEPEST) return { code: 'too_deep', at };
  if (value === null || typeof value === 'boolean') parts.push(String(value));
  else if (typeof value === 'number') {
    if (!Number.isFinite(value)) return { code: 'not_a_finite_number', at };
    parts.push(JSON.stringify(value));
  } else if (typeof value === 'string') {
    if (/\p{Cs}/u.test(value)) return { code: 'not_unicode', at };
    parts.push(JSON.stringify(value));
  } else if (Array.isArray(value)) return writeArray(value, at, depth, parts);
  else if (isPlainObject(value)) return writeObject(value, at, depth, parts);
  else return { code: 'not_json', at };
  return null;
}

function writeArray(
  values: readonly unknown[],
  at: string,
  depth: number,
  parts: string[],
): CanonicalError | null {
  parts.push('[');
  for (let index = 0; index < values.length; index += 1) {
    if (index > 0) parts.push(',');
    const error = write(values[index], `${at}/${index}`, depth + 1, parts);
    if (error) return error;
  }
  parts.push(']');
  return null;
}

function writeObject(object: object, at: string, depth: number, parts: string[]): CanonicalError | null {
  const members = Object.entries(object).filter(([, value]) => value !== undefined);
  // By UTF-16 code units, which is how JavaScript compares text.
  members.sort(([one], [other]) => (one < other ? -1 : 1));
  parts.push('{');
  for (const [index, [name, value]] of members.entries()) {
    const place = `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (index > 0) parts.push(',');
    const wrongName = write(name, place, depth, parts);
    if (wrongName) return wrongName;
    parts.push(':');
    const error = write(value, place, depth + 1, parts);
    if (error) return error;
  }
  parts.push('}');
  return null;
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
