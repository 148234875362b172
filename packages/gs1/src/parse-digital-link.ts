import type { Batch } from './batch.ts';
import type { Attributes } from './digital-link.ts';
import type { Gln } from './gln.ts';
import type { Gtin14 } from './gtin.ts';
import { type LinkFault, type ReadLink, readLink } from './read-digital-link.ts';
import type { Serial } from './serial.ts';
import { shopDictionary } from './shop-dictionary.ts';
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
  | { code: Exclude<LinkFault['code'], ValueError['code'] | 'no_primary_key'>; ai: string };

/**
 * Reads a GS1 Digital Link URI, or its path alone, uncompressed, as far as it names what the shop sells, where it
 * grew and who packed it. Text before the key may be anything; what the query holds beside known attributes
 * (`linkType`, trackers) is passed over. `readDigitalLinkUri` reads all that the standard knows.
 */
export function parseDigitalLink(uriOrPath: string): Read<DigitalLink, DigitalLinkError> {
  const read = readLink(uriOrPath, { dictionary: shopDictionary });
  return read.ok ? { ok: true, value: asLink(read.value) } : { ok: false, error: withoutPlace(read.error) };
}

function withoutPlace(fault: LinkFault): DigitalLinkError {
  return fault.code === 'no_primary_key' ? { code: fault.code } : { code: fault.code, ai: fault.ai };
}

function asLink({ key: [key, value], qualifiers, attributes: pairs }: ReadLink): DigitalLink {
  const values = new Map(qualifiers);
  const attributes = Object.fromEntries(pairs);
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
