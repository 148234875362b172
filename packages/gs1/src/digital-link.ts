import type { Batch } from './batch.ts';
import { checkValue } from './check-value.ts';
import type { Gtin14 } from './gtin.ts';
import { percentEncode } from './percent-encoding.ts';
import type { Serial } from './serial.ts';
import { shopDictionary } from './shop-dictionary.ts';

/** Values by Application Identifier, such as `{ '15': '260630' }`. */
export type Attributes = Readonly<Record<string, string>>;

/** What a trade item's Digital Link names. */
export interface TradeItemLink {
  /** Scheme and host, and the path before the key if there is one: `https://example.org`. */
  base: string;
  gtin: Gtin14;
  batch?: Batch | undefined;
  serial?: Serial | undefined;
  attributes?: Attributes | undefined;
}

/**
 * The GS1 Digital Link URI `{base}/01/{gtin}/10/{batch}/21/{serial}?{attributes}`, qualifiers in the order of the
 * standard and attributes by number, so that equal links are equal text.
 * @throws RangeError for an attribute that is unknown, not allowed in a link, or malformed.
 */
export function digitalLink({ base, gtin, batch, serial, attributes = {} }: TradeItemLink): string {
  const path = [`01/${gtin}`];
  if (batch !== undefined) path.push(`10/${percentEncode(batch)}`);
  if (serial !== undefined) path.push(`21/${percentEncode(serial)}`);
  return `${base.replace(/\/+$/, '')}/${path.join('/')}${query(attributes)}`;
}

function query(attributes: Attributes): string {
  const pairs = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [ai, value] of pairs) {
    if (!shopDictionary.identifiers.get(ai)?.attribute)
      throw new RangeError(`not an attribute of a link: ${ai}`);
    const error = checkValue(ai, value);
    if (error) throw new RangeError(`${error.code} in AI ${ai}: ${value}`);
  }
  return pairs.length === 0
    ? ''
    : `?${pairs.map(([ai, value]) => `${ai}=${percentEncode(value)}`).join('&')}`;
}
