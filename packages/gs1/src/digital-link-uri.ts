import { checkValue } from './check-value.ts';
import { convenienceAlphas } from './convenience-alphas.ts';
import type { Element } from './element.ts';
import { gs1Dictionary } from './gs1-dictionary.ts';
import { type Mend, mendOf } from './mend.ts';
import { percentEncode } from './percent-encoding.ts';
import { type LinkFault, readLink } from './read-digital-link.ts';
import type { Read } from './value-error.ts';

/** A Digital Link URI of any primary key, taken apart. */
export interface DigitalLinkUri {
  /** Scheme, host and whatever path stands before the key; no slash at its end. */
  stem: string;
  key: Element;
  qualifiers: readonly Element[];
  attributes: readonly Element[];
  /** What a resolver is asked for: the `linkType` of the query. */
  linkType: string | null;
  /** And the `context` of the query. */
  context: string | null;
  /** What else the query holds, decoded, in its order. */
  others: readonly (readonly [name: string, value: string])[];
}

/** Why a text is no Digital Link URI: which AI, where in the text (from 0), and what would mend it. */
export interface DigitalLinkUriError {
  code: LinkFault['code'];
  /** As it was written; empty where none could be read. */
  ai: string;
  at: number;
  mend: Mend;
}

/** Where a Digital Link may differ from what the standard now asks for. */
export interface DigitalLinkReading {
  /** Reads the names of releases 1.0 and 1.1 too, `/gtin/…/lot/…`. */
  convenienceAlphas?: boolean;
}

/**
 * Reads a GS1 Digital Link URI, or its path alone, of any primary key of the dictionary; uncompressed. A GTIN-8, -12
 * or -13 is filled up to fourteen digits, a slash at the end is passed over. GS1 Digital Link Standard: URI Syntax, 4.
 */
export function readDigitalLinkUri(
  text: string,
  options: DigitalLinkReading = {},
): Read<DigitalLinkUri, DigitalLinkUriError> {
  const read = readLink(text, {
    dictionary: gs1Dictionary,
    shortGtin: true,
    strict: true,
    ...(options.convenienceAlphas && { names: convenienceAlphas }),
  });
  if (!read.ok) return { ok: false, error: withMend(read.error) };
  const { others, ...link } = read.value;
  const asked = new Map(others);
  return {
    ok: true,
    value: {
      ...link,
      linkType: asked.get('linkType') ?? null,
      context: asked.get('context') ?? null,
      others: others.filter(([name]) => name !== 'linkType' && name !== 'context'),
    },
  };
}

/** Writes a Digital Link: qualifiers as they stand, attributes by number; `linkType` and others are left out. */
export function writeDigitalLinkUri({
  stem,
  key,
  qualifiers,
  attributes,
}: Pick<DigitalLinkUri, 'stem' | 'key' | 'qualifiers' | 'attributes'>): string {
  const path = [key, ...qualifiers].map(([ai, value]) => `/${ai}/${percentEncode(value)}`);
  const query = [...attributes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([ai, value]) => `${ai}=${percentEncode(value)}`);
  return stem + path.join('') + (query.length > 0 ? `?${query.join('&')}` : '');
}

/** The same identity at GS1's own address: equal for all that names the same (URI Syntax 1.7, 4.12). */
export function canonicalDigitalLink(link: DigitalLinkUri): string {
  return writeDigitalLinkUri({ ...link, stem: 'https://id.gs1.org' });
}

/** All elements of a Digital Link, as they would stand in an element string. */
export function elementsOfDigitalLink({ key, qualifiers, attributes }: DigitalLinkUri): readonly Element[] {
  return [key, ...qualifiers, ...attributes];
}

/** Why elements make no Digital Link. */
export type UnlinkableError =
  | { code: 'no_primary_key' }
  | { code: 'not_an_attribute' | 'repeated'; ai: string };

/**
 * The Digital Link of elements: the first primary key among them is the key, what may qualify it goes into the path,
 * the rest into the query. @throws RangeError for an unknown AI or a malformed value.
 */
export function digitalLinkOfElements(
  elements: readonly Element[],
  stem = 'https://id.gs1.org',
): Read<DigitalLinkUri, UnlinkableError> {
  const values = new Map<string, string>();
  for (const [ai, value] of elements) {
    const error = checkValue(ai, value, gs1Dictionary);
    if (error) throw new RangeError(`${error.code} in AI ${ai}: ${value}`);
    if ((values.get(ai) ?? value) !== value) return { ok: false, error: { code: 'repeated', ai } };
    values.set(ai, value);
  }
  const all = [...values];
  const key = all.find(([ai]) => gs1Dictionary.identifiers.get(ai)?.qualifiers);
  if (!key) return { ok: false, error: { code: 'no_primary_key' } };
  const order = fullestOrder(key[0], values);
  const attributes = all.filter((element) => element !== key && !order.includes(element[0]));
  const stranger = attributes.find(([ai]) => !gs1Dictionary.identifiers.get(ai)?.attribute);
  if (stranger) return { ok: false, error: { code: 'not_an_attribute', ai: stranger[0] } };
  const qualifiers = order.flatMap((ai): Element[] => all.filter((element) => element[0] === ai));
  return {
    ok: true,
    value: { stem, key, qualifiers, attributes, linkType: null, context: null, others: [] },
  };
}

/** Of a key's orders of qualifiers, the one that takes in most of what is there. */
function fullestOrder(key: string, values: ReadonlyMap<string, string>): readonly string[] {
  const orders = gs1Dictionary.identifiers.get(key)?.qualifiers ?? [];
  const taken = (order: readonly string[]) => order.filter((ai) => values.has(ai)).length;
  return [...orders].sort((a, b) => taken(b) - taken(a))[0] ?? [];
}

function withMend(fault: LinkFault): DigitalLinkUriError {
  if (fault.code === 'no_primary_key') return { ...fault, ai: '', mend: { how: 'identifier' } };
  const { code, ai, at } = fault;
  return { code, ai, at, mend: mendOfLink(fault) };
}

function mendOfLink(fault: Exclude<LinkFault, { code: 'no_primary_key' }>): Mend {
  const identifier = gs1Dictionary.identifiers.get(fault.ai);
  if ('fault' in fault && identifier) return mendOf(identifier, fault.fault);
  switch (fault.code) {
    case 'missing_value':
      return { how: 'value' };
    case 'bad_encoding':
      return { how: 'escape' };
    case 'unknown_primary_key':
      return { how: 'identifier' };
    case 'qualifier_order':
    case 'belongs_in_path':
      return { how: 'order', orders: ordersWith(fault.ai) };
    default:
      return { how: 'remove', ai: fault.ai };
  }
}

function ordersWith(ai: string): readonly (readonly string[])[] {
  const orders = [...gs1Dictionary.identifiers.values()].flatMap(({ qualifiers = [] }) => qualifiers);
  const fitting = orders.filter((order) => order.includes(ai)).map((order) => order.join(','));
  return [...new Set(fitting)].map((order) => order.split(','));
}
