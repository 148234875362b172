import { applicationIdentifier } from './application-identifiers.ts';
import type { Batch } from './batch.ts';
import { percentDecode } from './character-set-82.ts';
import { checkValue } from './check-value.ts';
import type { Attributes } from './digital-link.ts';
import type { Gln } from './gln.ts';
import type { Gtin14 } from './gtin.ts';
import type { Serial } from './serial.ts';
import type { Read, ValueError } from './value-error.ts';

/** What a Digital Link names: a trade item (01), a place (414) or a party (417). */
export type DigitalLink =
  | {
      key: '01';
      gtin: Gtin14;
      variant: string | null;
      batch: Batch | null;
      serial: Serial | null;
      attributes: Attributes;
    }
  | { key: '414'; gln: Gln; extension: string | null; attributes: Attributes }
  | { key: '417'; gln: Gln; attributes: Attributes };

/** Why an address is not a Digital Link. */
export type DigitalLinkError =
  | ValueError
  | { code: 'no_primary_key' }
  | { code: 'unknown_primary_key'; ai: string }
  | { code: 'unknown_qualifier'; ai: string }
  | { code: 'qualifier_order'; ai: string }
  | { code: 'missing_value'; ai: string }
  | { code: 'bad_encoding'; ai: string };

type Pair = readonly [ai: string, value: string];

/**
 * Reads a GS1 Digital Link URI, or its path alone, uncompressed. Text before the key may be anything; what the
 * query holds beside known attributes (`linkType`, trackers) is passed over.
 */
export function parseDigitalLink(uriOrPath: string): Read<DigitalLink, DigitalLinkError> {
  const [address = '', queryText = ''] = (uriOrPath.split('#')[0] ?? '').split(/\?(.*)/s);
  const path = address.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  const found = pathPairs(
    path.split('/').filter((part, at, all) => part !== '' || (at > 0 && at < all.length - 1)),
  );
  if (!found.ok) return found;
  const attributes = readAttributes(queryText);
  if (!attributes.ok) return attributes;
  return { ok: true, value: asLink(found.value, attributes.value) };
}

function pathPairs(parts: readonly string[]): Read<readonly Pair[], DigitalLinkError> {
  const start = parts.findIndex((part) => applicationIdentifier(part)?.qualifiers !== undefined);
  if (start === -1) {
    const number = parts.find((part) => /^\d{2,4}$/.test(part));
    return refuse(
      number === undefined ? { code: 'no_primary_key' } : { code: 'unknown_primary_key', ai: number },
    );
  }
  const pairs: Pair[] = [];
  for (let at = start; at < parts.length; at += 2) {
    const pair = readPair(parts[at] ?? '', parts[at + 1], at > start);
    if (!pair.ok) return pair;
    pairs.push(pair.value);
  }
  const error = misplaced(pairs);
  return error ? refuse(error) : { ok: true, value: pairs };
}

function readPair(ai: string, encoded: string | undefined, qualifier: boolean): Read<Pair, DigitalLinkError> {
  if (qualifier && !applicationIdentifier(ai)) return refuse({ code: 'unknown_qualifier', ai });
  if (encoded === undefined || encoded === '') return refuse({ code: 'missing_value', ai });
  const value = percentDecode(encoded);
  if (value === null) return refuse({ code: 'bad_encoding', ai });
  const error = checkValue(ai, value);
  return error ? refuse(error) : { ok: true, value: [ai, value] };
}

function misplaced([key, ...following]: readonly Pair[]): DigitalLinkError | null {
  const allowed = applicationIdentifier(key?.[0] ?? '')?.qualifiers?.[0] ?? [];
  let last = -1;
  for (const [ai] of following) {
    const place = allowed.indexOf(ai);
    if (place === -1) return { code: 'unknown_qualifier', ai };
    if (place <= last) return { code: 'qualifier_order', ai };
    last = place;
  }
  return null;
}

function readAttributes(queryText: string): Read<Attributes, DigitalLinkError> {
  const attributes: Record<string, string> = {};
  for (const part of queryText.split(/[&;]/)) {
    const [ai = '', encoded] = part.split(/=(.*)/s);
    if (!applicationIdentifier(ai)?.attribute) continue;
    const pair = readPair(ai, encoded, true);
    if (!pair.ok) return pair;
    attributes[ai] = pair.value[1];
  }
  return { ok: true, value: attributes };
}

function asLink(pairs: readonly Pair[], attributes: Attributes): DigitalLink {
  const values = new Map(pairs);
  const [key, value = ''] = pairs[0] ?? [];
  if (key === '414') return { key, gln: value as Gln, extension: values.get('254') ?? null, attributes };
  if (key === '417') return { key, gln: value as Gln, attributes };
  return {
    key: '01',
    gtin: value as Gtin14,
    variant: values.get('22') ?? null,
    batch: (values.get('10') as Batch | undefined) ?? null,
    serial: (values.get('21') as Serial | undefined) ?? null,
    attributes,
  };
}

function refuse(error: DigitalLinkError): { ok: false; error: DigitalLinkError } {
  return { ok: false, error };
}
