import { checkDigit } from './check-digit.ts';
import { checkValue } from './check-value.ts';
import { type DigitalLinkUri, writeDigitalLinkUri } from './digital-link-uri.ts';
import type { Element } from './element.ts';
import { gs1Dictionary } from './gs1-dictionary.ts';
import type { Read, ValueError } from './value-error.ts';

/** How one EPC scheme writes a GS1 key (EPC Tag Data Standard 2.1, 6 and 7). */
interface Scheme {
  /** `id:sgtin`, `class:lgtin`; `idpat:` with `*` names all of a kind. */
  name: string;
  key: string;
  /** Where the first digit of the reference stands in the key: before the prefix, or where it is. */
  lead: 'reference' | 'prefix';
  /** Digits of prefix and reference together; a check digit follows them in the key. None: any text, unchecked. */
  digits?: number;
  /** What stands before them in the key. */
  zero?: string;
  /** Piece and total follow the check digit. */
  pieces?: boolean;
  /** Where the last field goes: behind the key, or to this qualifier. */
  serial?: 'key' | '10' | '21' | '235' | '254' | '8011';
}

const schemes: readonly Scheme[] = [
  { name: 'id:sgtin', key: '01', lead: 'reference', digits: 13, serial: '21' },
  { name: 'id:upui', key: '01', lead: 'reference', digits: 13, serial: '235' },
  { name: 'class:lgtin', key: '01', lead: 'reference', digits: 13, serial: '10' },
  { name: 'idpat:sgtin', key: '01', lead: 'reference', digits: 13, serial: '21' },
  { name: 'id:sscc', key: '00', lead: 'reference', digits: 17 },
  { name: 'id:sgln', key: '414', lead: 'prefix', digits: 12, serial: '254' },
  { name: 'id:pgln', key: '417', lead: 'prefix', digits: 12 },
  { name: 'id:gdti', key: '253', lead: 'prefix', digits: 12, serial: 'key' },
  { name: 'idpat:gdti', key: '253', lead: 'prefix', digits: 12, serial: 'key' },
  { name: 'id:sgcn', key: '255', lead: 'prefix', digits: 12, serial: 'key' },
  { name: 'idpat:sgcn', key: '255', lead: 'prefix', digits: 12, serial: 'key' },
  { name: 'id:grai', key: '8003', lead: 'prefix', digits: 12, zero: '0', serial: 'key' },
  { name: 'idpat:grai', key: '8003', lead: 'prefix', digits: 12, zero: '0', serial: 'key' },
  { name: 'id:giai', key: '8004', lead: 'prefix' },
  { name: 'id:ginc', key: '401', lead: 'prefix' },
  { name: 'id:gsin', key: '402', lead: 'prefix', digits: 16 },
  { name: 'id:gsrn', key: '8018', lead: 'prefix', digits: 17 },
  { name: 'id:gsrnp', key: '8017', lead: 'prefix', digits: 17 },
  { name: 'id:cpi', key: '8010', lead: 'prefix', serial: '8011' },
  { name: 'idpat:cpi', key: '8010', lead: 'prefix', serial: '8011' },
  { name: 'id:itip', key: '8006', lead: 'reference', digits: 13, pieces: true, serial: '21' },
  { name: 'idpat:itip', key: '8006', lead: 'reference', digits: 13, pieces: true, serial: '21' },
];

/** Why a text is no EPC URI of a GS1 key, or a link has none. */
export type EpcError = { code: 'not_an_epc' } | { code: 'bad_prefix' } | ValueError;

/** The key and qualifier that an EPC URI (`urn:epc:id:…`, `urn:epc:class:…`, `urn:epc:idpat:…`) names. */
export function elementsOfEpc(urn: string): Read<readonly Element[], EpcError> {
  const [, name = '', body = ''] = /^urn:epc:((?:id|class|idpat):[a-z]+):(.+)$/.exec(urn) ?? [];
  const scheme = schemes.find((each) => each.name === name);
  const fields = scheme && fieldsOf(scheme, body);
  if (!fields) return { ok: false, error: { code: 'not_an_epc' } };
  const [prefix = '', reference = '', ...rest] = fields;
  const serial = scheme.serial === undefined ? '' : rest.pop();
  const plain = serial === '*' && name.startsWith('idpat:') ? '' : (serial ?? '');
  const lead = scheme.lead === 'reference' ? 1 : 0;
  const joined = reference.slice(0, lead) + prefix + reference.slice(lead);
  if (scheme.digits !== undefined && !(/^\d+$/.test(joined) && joined.length === scheme.digits)) {
    return { ok: false, error: { code: 'not_an_epc' } };
  }
  const checked = scheme.digits === undefined ? joined : joined + checkDigit(joined);
  const key = (scheme.zero ?? '') + checked + rest.join('') + (scheme.serial === 'key' ? plain : '');
  const noExtension = plain === '' || (scheme.serial === '254' && plain === '0');
  const elements: Element[] = [[scheme.key, key]];
  if (scheme.serial !== undefined && scheme.serial !== 'key' && !noExtension) {
    elements.push([scheme.serial, plain]);
  }
  return checkedElements(elements);
}

/** The canonical Digital Link of an EPC URI (CBV 2.0, 8.2). */
export function digitalLinkOfEpc(urn: string): Read<string, EpcError> {
  const read = elementsOfEpc(urn);
  if (!read.ok) return read;
  const [key, ...qualifiers] = read.value;
  const stem = 'https://id.gs1.org';
  return { ok: true, value: writeDigitalLinkUri({ stem, key: key as Element, qualifiers, attributes: [] }) };
}

/**
 * The EPC URI of a Digital Link, for a GS1 Company Prefix of so many digits, which only its owner knows. What an EPC
 * has no room for (a variant, the lot of a numbered box) is left out; without a serial number it is the pattern of
 * all of its kind.
 */
export function epcOfDigitalLink(
  { key: [ai, value], qualifiers }: Pick<DigitalLinkUri, 'key' | 'qualifiers'>,
  prefixLength: number,
): Read<string, EpcError> {
  const values = new Map(qualifiers);
  for (const scheme of schemes.filter((each) => each.key === ai)) {
    const serial = serialIn(scheme, value, values);
    if (serial === null) continue;
    const fields = keyFields(scheme, value, prefixLength);
    if (!fields) return { ok: false, error: { code: 'bad_prefix' } };
    const all = scheme.serial === undefined ? fields : [...fields, serial === '*' ? serial : escaped(serial)];
    return { ok: true, value: `urn:epc:${scheme.name}:${all.join('.')}` };
  }
  return { ok: false, error: { code: 'not_an_epc' } };
}

/** As many fields as the scheme has; the last may hold dots itself. */
function fieldsOf({ pieces, serial }: Scheme, body: string): string[] | null {
  const count = 2 + (pieces ? 2 : 0) + (serial ? 1 : 0);
  const parts = body.split('.');
  if (parts.length < count) return null;
  const fields = [...parts.slice(0, count - 1), parts.slice(count - 1).join('.')];
  try {
    return fields.map(decodeURIComponent);
  } catch {
    return null;
  }
}

function serialIn(scheme: Scheme, value: string, values: ReadonlyMap<string, string>): string | null {
  const pattern = scheme.name.startsWith('idpat:');
  const inKey =
    scheme.digits === undefined ? '' : value.slice((scheme.zero ?? '').length + scheme.digits + 1);
  const serial = scheme.serial === 'key' ? inKey : values.get(scheme.serial ?? '');
  if (scheme.serial === undefined) return '';
  if (scheme.serial === '254') return serial ?? '0';
  if (pattern) return serial ? null : '*';
  return serial || null;
}

function keyFields(scheme: Scheme, value: string, prefixLength: number): string[] | null {
  const body = value.slice((scheme.zero ?? '').length);
  const lead = scheme.lead === 'reference' ? 1 : 0;
  const end = scheme.digits ?? body.length;
  const prefix = body.slice(lead, lead + prefixLength);
  if (prefixLength < 4 || prefixLength > 12 || !/^\d+$/.test(prefix) || lead + prefixLength > end)
    return null;
  const reference = body.slice(0, lead) + body.slice(lead + prefixLength, end);
  const pieces = scheme.pieces ? [body.slice(end + 1, end + 3), body.slice(end + 3, end + 5)] : [];
  return [prefix, escaped(reference), ...pieces];
}

/** The signs that an EPC URI must escape (EPC Tag Data Standard 2.1, 6). */
function escaped(text: string): string {
  return text.replace(/["%&/<>?#]/g, encodeURIComponent);
}

function checkedElements(elements: readonly Element[]): Read<readonly Element[], EpcError> {
  for (const [ai, value] of elements) {
    const error = checkValue(ai, value, gs1Dictionary);
    if (error) return { ok: false, error };
  }
  return { ok: true, value: elements };
}
