import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64Url, textOf, toBase64Url, utf8 } from './bytes.ts';
import { type CanonicalError, canonical, type JsonObject } from './canonical.ts';
import { LONGEST_ENTRY } from './entry-bundle.ts';
import { fail, ok, type Result } from './result.ts';

/**
 * An event as the log keeps it. `leaf` is canonical JSON in which each hidden member is replaced by a hash over it and a
 * salt, in its object's `_sd`, and each hidden element of a list by `{"...": hash}`; `disclosures` hold salt, name (of a
 * member) and value, and live outside the log. A disclosure thrown away leaves a hash that nothing can be read or guessed
 * from, and a log that still verifies. The form is that of SD-JWT, RFC 9901, 4.2.
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

/** Why an event cannot become a leaf. `pointer` is the JSON Pointer (RFC 6901) of what is not there. */
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
const ELEMENT = '...';
const RESERVED = [HASHES, '_sd_alg', ELEMENT, '__proto__'];
const SALT_BYTES = 16;

/** Gives so many unpredictable bytes as the salt of what is hidden: never the same for two values. */
export type RandomSalt = (count: number, value: unknown) => Uint8Array;

/** Makes an event's leaf. `hidden` points at the members and elements that it must not tell (JSON Pointers, RFC 6901). */
export function saltLeaf(
  event: JsonObject,
  hidden: readonly string[],
  random: RandomSalt,
): Result<SaltedLeaf, SaltError> {
  const text = canonical(event);
  if (!text.ok) return text;
  const copy: unknown = JSON.parse(text.value);
  if (!isObject(copy) || hasReservedName(copy)) return fail({ code: 'reserved_name' });
  const disclosures: string[] = [];
  for (const pointer of hidden) {
    const disclosure = hide(copy, pointer, random);
    if (disclosure === null) return fail({ code: 'no_such_member', pointer });
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
  for (const holder of holdersIn(event)) {
    const shown = Array.isArray(holder) ? showElements(holder, unused) : showMembers(holder, unused);
    if (typeof shown === 'string') return fail({ code: 'malformed_disclosure', disclosure: shown });
    withheld += shown;
  }
  const [disclosure] = unused.values();
  return disclosure === undefined
    ? ok({ event: event as JsonObject, withheld })
    : fail({ code: 'unknown_disclosure', disclosure });
}

/** Whether a leaf holds hashes in the place of something. In JSON a quotation mark within text never stands alone. */
export function holdsHashes(leaf: Uint8Array): boolean {
  return /\{"\.\.\.":"|[{,]"_sd":\[/.test(textOf(leaf) ?? '');
}

/** What a disclosure tells: the name of a member, null for an element of a list, and the value; null when it is none. */
export function readDisclosure(disclosure: string): { name: string | null; value: unknown } | null {
  const bytes = fromBase64Url(disclosure);
  const read = parseJson((bytes && textOf(bytes)) ?? '');
  if (!Array.isArray(read) || typeof read[0] !== 'string') return null;
  if (read.length === 2) return { name: null, value: read[1] };
  const [, name, value]: unknown[] = read;
  if (read.length !== 3 || typeof name !== 'string' || RESERVED.includes(name)) return null;
  return { name, value };
}

/** The hash that stands in a leaf for a disclosure: RFC 9901, 4.2.3, with SHA-256. */
export function disclosureHash(disclosure: string): string {
  return toBase64Url(sha256(utf8(disclosure)));
}

/** Puts a hash in the place of what a pointer leads to. Gives the disclosure, null when there is no such thing. */
function hide(event: Open, pointer: string, random: RandomSalt): string | null {
  const steps = pointer.split('/').map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const name = steps.at(-1) as string;
  if (steps.length < 2 || steps.some((step) => RESERVED.includes(step))) return null;
  let parent: unknown = event;
  for (const step of steps.slice(1, -1)) parent = isHolder(parent) ? parent[step] : undefined;
  if (!isHolder(parent) || !Object.hasOwn(parent, name)) return null;
  if (Array.isArray(parent)) {
    const place = Number(name);
    if (String(place) !== name || hashOfElement(parent[place]) !== null) return null;
    const disclosure = disclose([saltOf(parent[place], random), parent[place]]);
    parent[place] = { [ELEMENT]: disclosureHash(disclosure) };
    return disclosure;
  }
  const disclosure = disclose([saltOf(parent[name], random), name, parent[name]]);
  delete parent[name];
  parent[HASHES] = [...hashesIn(parent), disclosureHash(disclosure)].sort();
  return disclosure;
}

function saltOf(value: unknown, random: RandomSalt): string {
  return toBase64Url(random(SALT_BYTES, value));
}

function disclose(told: unknown[]): string {
  return toBase64Url(utf8(textOfJson(told)));
}

/** Puts an object's disclosed members back. Gives how many were withheld, or the disclosure that is none. */
function showMembers(object: Open, unused: Map<string, string>): number | string {
  let withheld = 0;
  for (const hash of hashesIn(object)) {
    const disclosure = unused.get(hash);
    unused.delete(hash);
    if (disclosure === undefined) withheld += 1;
    else {
      const member = readDisclosure(disclosure);
      if (member?.name == null || Object.hasOwn(object, member.name)) return disclosure;
      object[member.name] = member.value;
    }
  }
  delete object[HASHES];
  return withheld;
}

/** Puts a list's disclosed elements back and takes away those that were not, as RFC 9901 does (7.1). */
function showElements(list: unknown[], unused: Map<string, string>): number | string {
  let withheld = 0;
  for (const element of list.splice(0)) {
    const hash = hashOfElement(element);
    const disclosure = hash === null ? undefined : unused.get(hash);
    if (hash === null) list.push(element);
    else if (disclosure === undefined) withheld += 1;
    else {
      unused.delete(hash);
      const read = readDisclosure(disclosure);
      if (read?.name !== null) return disclosure;
      list.push(read.value);
    }
  }
  return withheld;
}

function hashOfElement(element: unknown): string | null {
  const hash = isObject(element) ? element[ELEMENT] : undefined;
  return typeof hash === 'string' ? hash : null;
}

/** All objects and lists, each after those within it. */
function* holdersIn(value: unknown): Generator<Open | unknown[]> {
  if (!isHolder(value)) return;
  for (const inner of Object.values(value)) yield* holdersIn(inner);
  yield value;
}

function hasReservedName(event: Open): boolean {
  return [...holdersIn(event)].some((holder) => RESERVED.some((name) => Object.hasOwn(holder, name)));
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
