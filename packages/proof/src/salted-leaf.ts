import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64Url, textOf, toBase64Url, utf8 } from './bytes.ts';
import { type CanonicalError, canonical, type JsonObject } from './canonical.ts';
import { LONGEST_ENTRY } from './entry-bundle.ts';
import type { RandomBytes } from './note-key.ts';
import { fail, ok, type Result } from './result.ts';

/**
 * An event as the log keeps it. `leaf` is canonical JSON in which each personal member is replaced by a hash over it and
 * a salt, in its object's `_sd`; `disclosures` hold salt, name and value, and live outside the log. A disclosure thrown
 * away leaves a hash that nothing can be read or guessed from, and a log that still verifies. The form is that of
 * SD-JWT, RFC 9901, 4.2, for members of objects.
 */
export interface SaltedLeaf {
  leaf: string;
  disclosures: string[];
}

/** An event with what was disclosed of it put back; `withheld` counts what was not. */
export interface OpenedLeaf {
  event: JsonObject;
  withheld: number;
}

/** Why an event cannot become a leaf. `pointer` is the JSON Pointer (RFC 6901) of a member that is not there. */
export type SaltError =
  | CanonicalError
  | { code: 'no_such_member'; pointer: string }
  | { code: 'reserved_name' }
  | { code: 'leaf_too_long'; bytes: number };

/** Why a leaf and its disclosures do not belong together. */
export type OpenLeafError =
  | { code: 'malformed_leaf' }
  | { code: 'malformed_disclosure'; disclosure: string }
  | { code: 'unknown_disclosure'; disclosure: string };

type Open = { [name: string]: unknown };

const HASHES = '_sd';
const RESERVED = [HASHES, '_sd_alg', '...', '__proto__'];
const SALT_BYTES = 16;

/** Makes an event's leaf. `personal` points at the members that could identify a person (JSON Pointers, RFC 6901). */
export function saltLeaf(
  event: JsonObject,
  personal: readonly string[],
  random: RandomBytes,
): Result<SaltedLeaf, SaltError> {
  const text = canonical(event);
  if (!text.ok) return text;
  const copy: unknown = JSON.parse(text.value);
  if (!isObject(copy) || hasReservedName(copy)) return fail({ code: 'reserved_name' });
  const disclosures: string[] = [];
  for (const pointer of personal) {
    const found = memberAt(copy, pointer);
    if (!found) return fail({ code: 'no_such_member', pointer });
    const { parent, name } = found;
    const disclosure = disclose(random(SALT_BYTES), name, parent[name]);
    delete parent[name];
    parent[HASHES] = [...hashesIn(parent), disclosureHash(disclosure)].sort();
    disclosures.push(disclosure);
  }
  const leaf = textOfJson(copy);
  const bytes = utf8(leaf).length;
  return bytes > LONGEST_ENTRY ? fail({ code: 'leaf_too_long', bytes }) : ok({ leaf, disclosures });
}

/** Puts what is disclosed back into a leaf. Every disclosure must belong to it; what is not disclosed stays away. */
export function openLeaf(leaf: string, disclosures: readonly string[]): Result<OpenedLeaf, OpenLeafError> {
  const event = parseJson(leaf);
  if (!isObject(event) || textOfJson(event) !== leaf) return fail({ code: 'malformed_leaf' });
  const unused = new Map(disclosures.map((disclosure) => [disclosureHash(disclosure), disclosure]));
  let withheld = 0;
  for (const object of objectsIn(event)) {
    for (const hash of hashesIn(object)) {
      const disclosure = unused.get(hash);
      unused.delete(hash);
      if (disclosure === undefined) withheld += 1;
      else {
        const member = readDisclosure(disclosure);
        if (!member || Object.hasOwn(object, member.name))
          return fail({ code: 'malformed_disclosure', disclosure });
        object[member.name] = member.value;
      }
    }
    delete object[HASHES];
  }
  const [disclosure] = unused.values();
  return disclosure === undefined
    ? ok({ event: event as JsonObject, withheld })
    : fail({ code: 'unknown_disclosure', disclosure });
}

/** The hash that stands in a leaf for a disclosure: RFC 9901, 4.2.3, with SHA-256. */
export function disclosureHash(disclosure: string): string {
  return toBase64Url(sha256(utf8(disclosure)));
}

function disclose(salt: Uint8Array, name: string, value: unknown): string {
  return toBase64Url(utf8(textOfJson([toBase64Url(salt), name, value])));
}

function readDisclosure(disclosure: string): { name: string; value: unknown } | null {
  const bytes = fromBase64Url(disclosure);
  const read = parseJson((bytes && textOf(bytes)) ?? '');
  if (!Array.isArray(read) || read.length !== 3) return null;
  const [salt, name, value]: unknown[] = read;
  if (typeof salt !== 'string' || typeof name !== 'string' || RESERVED.includes(name)) return null;
  return { name, value };
}

function memberAt(event: Open, pointer: string): { parent: Open; name: string } | null {
  const steps = pointer.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const name = steps.at(-1) as string;
  let parent: unknown = event;
  for (const step of steps.slice(1, -1)) parent = isHolder(parent) ? parent[step] : undefined;
  return steps.length > 1 && isObject(parent) && Object.hasOwn(parent, name) ? { parent, name } : null;
}

function* objectsIn(value: unknown): Generator<Open> {
  if (!isHolder(value)) return;
  const inner = Object.values(value);
  if (isObject(value)) yield value;
  for (const each of inner) yield* objectsIn(each);
}

function hasReservedName(event: Open): boolean {
  return [...objectsIn(event)].some((object) => RESERVED.some((name) => Object.hasOwn(object, name)));
}

function hashesIn(object: Open): string[] {
  const hashes = object[HASHES];
  return Array.isArray(hashes) ? hashes.filter((hash) => typeof hash === 'string') : [];
}

function isHolder(value: unknown): value is Open {
  return typeof value === 'object' && value !== null;
}

function isObject(value: unknown): value is Open {
  return isHolder(value) && !Array.isArray(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Of what was read from JSON; nothing when it is not Unicode, which is no leaf and no disclosure. */
function textOfJson(value: unknown): string {
  const text = canonical(value);
  return text.ok ? text.value : '';
}
