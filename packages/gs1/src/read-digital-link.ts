import type { ApplicationIdentifier } from './application-identifier.ts';
import type { Dictionary } from './dictionary.ts';
import type { Element } from './element.ts';
import { type Fault, findFault } from './find-fault.ts';
import { percentDecode } from './percent-encoding.ts';
import type { Read } from './value-error.ts';

/** A Digital Link taken apart, every value decoded and checked. */
export interface ReadLink {
  /** Scheme, host and whatever path stands before the key; no slash at its end. */
  stem: string;
  key: Element;
  qualifiers: readonly Element[];
  attributes: readonly Element[];
  /** What the query holds beside them, in its order. */
  others: readonly (readonly [name: string, value: string])[];
}

/** How a Digital Link may be written. */
export interface Reading {
  dictionary: Dictionary;
  /** Names that stand for Application Identifiers, `gtin` for `01`. */
  names?: ReadonlyMap<string, string>;
  /** Takes a GTIN-8, -12 or -13 for the GTIN-14 that zeros before it make. */
  shortGtin?: boolean;
  /**
   * Refuses numbers in the query that are no attributes or belong in the path, and whatever is said twice; else the
   * former are kept with the others, and the last word counts.
   */
  strict?: boolean;
}

/** What is wrong, and where in the text. */
export type LinkFault =
  | { code: Fault['code']; ai: string; at: number; fault: Fault }
  | { code: 'no_primary_key'; at: number }
  | {
      code:
        | 'unknown_primary_key'
        | 'unknown_qualifier'
        | 'qualifier_order'
        | 'missing_value'
        | 'bad_encoding'
        | 'not_an_attribute'
        | 'belongs_in_path'
        | 'repeated';
      ai: string;
      at: number;
    };

interface Segment {
  text: string;
  at: number;
}

interface Placed {
  element: Element;
  at: number;
}

/** Reads a Digital Link URI, or its path alone, uncompressed; GS1 Digital Link Standard: URI Syntax, 4. */
export function readLink(text: string, reading: Reading): Read<ReadLink, LinkFault> {
  const [whole = ''] = text.split('#');
  const [path = '', query = ''] = whole.split(/\?(.*)/s);
  const segments = segmentsOf(path);
  const start = keyPosition(segments, reading);
  const key = segments[start];
  if (!key) return refuse(noKey(segments));
  const inPath = readPath(segments.slice(start), reading);
  if (!inPath.ok) return inPath;
  const inQuery = readQuery(query, path.length + 1, reading);
  if (!inQuery.ok) return inQuery;
  const doubtful = reading.strict && doubt(inPath.value, inQuery.value.attributes, reading.dictionary);
  if (doubtful) return refuse(doubtful);
  const [first, ...qualifiers] = inPath.value.map(({ element }) => element);
  return {
    ok: true,
    value: {
      stem: path.slice(0, Math.max(0, key.at - 1)),
      key: first as Element,
      qualifiers,
      attributes: inQuery.value.attributes.map(({ element }) => element),
      others: inQuery.value.others,
    },
  };
}

function segmentsOf(path: string): Segment[] {
  const host = /^[a-z][a-z0-9+.-]*:\/\/[^/]*/i.exec(path)?.[0].length ?? 0;
  const segments: Segment[] = [];
  let at = host;
  for (const text of path.slice(host).split('/')) {
    segments.push({ text, at });
    at += text.length + 1;
  }
  return segments.filter(({ text }, place) => text !== '' || (place > 0 && place < segments.length - 1));
}

function identifierOf({ text }: Segment, { dictionary, names }: Reading): ApplicationIdentifier | undefined {
  return dictionary.identifiers.get(names?.get(text) ?? text);
}

/** The last key that whole pairs follow; else the first key, whose fault is then told. */
function keyPosition(segments: readonly Segment[], reading: Reading): number {
  const isKey = (segment: Segment) => identifierOf(segment, reading)?.qualifiers !== undefined;
  const paired = segments.findLastIndex(
    (segment, place) => (segments.length - place) % 2 === 0 && isKey(segment),
  );
  return paired === -1 ? segments.findIndex(isKey) : paired;
}

function noKey(segments: readonly Segment[]): LinkFault {
  const number = segments.find(({ text }) => /^\d{2,4}$/.test(text));
  return number
    ? { code: 'unknown_primary_key', ai: number.text, at: number.at }
    : { code: 'no_primary_key', at: segments[0]?.at ?? 0 };
}

function readPath(segments: readonly Segment[], reading: Reading): Read<Placed[], LinkFault> {
  const pairs: Placed[] = [];
  for (let place = 0; place < segments.length; place += 2) {
    const name = segments[place] as Segment;
    const pair = readPair(name, segments[place + 1], reading);
    if (!pair.ok) return pair;
    pairs.push(pair.value);
  }
  const fault = misplaced(pairs, reading.dictionary);
  return fault ? refuse(fault) : { ok: true, value: pairs };
}

function readPair(name: Segment, encoded: Segment | undefined, reading: Reading): Read<Placed, LinkFault> {
  const { at } = name;
  const identifier = identifierOf(name, reading);
  if (!identifier) return refuse({ code: 'unknown_qualifier', ai: name.text, at });
  const { ai } = identifier;
  if (!encoded?.text) return refuse({ code: 'missing_value', ai, at });
  const decoded = percentDecode(encoded.text);
  if (decoded === null) return refuse({ code: 'bad_encoding', ai, at: encoded.at });
  const value =
    reading.shortGtin && ai === '01' && /^(\d{8}|\d{12,13})$/.test(decoded)
      ? decoded.padStart(14, '0')
      : decoded;
  const fault = findFault(identifier, value, reading.dictionary.linters);
  if (fault) return refuse({ code: fault.code, ai, at: encoded.at, fault });
  return { ok: true, value: { element: [ai, value], at } };
}

function misplaced([key, ...following]: readonly Placed[], dictionary: Dictionary): LinkFault | null {
  const orders = dictionary.identifiers.get(key?.element[0] ?? '')?.qualifiers ?? [];
  let first: LinkFault | null = null;
  for (const order of orders) {
    const fault = outOfOrder(following, order);
    if (!fault) return null;
    first ??= fault;
  }
  const stranger = following.find(({ element: [ai] }) => !orders.some((order) => order.includes(ai)));
  return stranger ? { code: 'unknown_qualifier', ai: stranger.element[0], at: stranger.at } : first;
}

function outOfOrder(following: readonly Placed[], order: readonly string[]): LinkFault | null {
  let last = -1;
  for (const {
    element: [ai],
    at,
  } of following) {
    const place = order.indexOf(ai);
    if (place <= last) return { code: 'qualifier_order', ai, at };
    last = place;
  }
  return null;
}

function readQuery(
  query: string,
  start: number,
  reading: Reading,
): Read<{ attributes: Placed[]; others: ReadLink['others'] }, LinkFault> {
  const attributes: Placed[] = [];
  const others: [string, string][] = [];
  let at = start;
  for (const part of query.split(/[&;]/)) {
    const [text = '', encoded = ''] = part.split(/=(.*)/s);
    const name = { text, at };
    at += part.length + 1;
    if (identifierOf(name, reading)?.attribute) {
      const pair = readPair(name, { text: encoded, at: name.at + text.length + 1 }, reading);
      if (!pair.ok) return pair;
      attributes.push(pair.value);
    } else if (reading.strict && /^\d+$/.test(text)) {
      return refuse({ code: 'not_an_attribute', ai: text, at: name.at });
    } else if (part !== '') {
      others.push([percentDecode(text) ?? text, percentDecode(encoded) ?? encoded]);
    }
  }
  return { ok: true, value: { attributes, others } };
}

function doubt(
  path: readonly Placed[],
  attributes: readonly Placed[],
  dictionary: Dictionary,
): LinkFault | null {
  const said = new Set(path.map(({ element }) => element[0]));
  for (const { element, at } of attributes) {
    const [ai] = element;
    if (said.has(ai)) return { code: 'repeated', ai, at };
    if (fitsInPath(path, ai, dictionary)) return { code: 'belongs_in_path', ai, at };
    said.add(ai);
  }
  return null;
}

function fitsInPath(
  [key, ...following]: readonly Placed[],
  ai: string,
  { identifiers }: Dictionary,
): boolean {
  const orders = identifiers.get(key?.element[0] ?? '')?.qualifiers ?? [];
  return orders.some(
    (order) => order.includes(ai) && following.every(({ element }) => order.includes(element[0])),
  );
}

function refuse(error: LinkFault): { ok: false; error: LinkFault } {
  return { ok: false, error };
}
