import { type DigitalLinkError, parseDigitalLink, parseGtin } from '@baunghe/gs1';

/** What the address of a scanned page names, each part checked. */
export interface ScannedCode {
  gtin: string;
  batch: string | null;
  serial: string | null;
}

/** A code that was read, the address where it properly stands, or what is wrong with it. */
export type CodeRead =
  | { kind: 'code'; code: ScannedCode }
  | { kind: 'elsewhere'; pathname: string }
  | { kind: 'malformed'; error: DigitalLinkError };

/**
 * Reads `/01/{gtin}/10/{batch}/21/{serial}`, as it stands in the address and still percent-encoded, before anything
 * asks the database. A GTIN of 8, 12 or 13 digits stands elsewhere: under its 14 digits.
 */
export function readCode(pathname: string): CodeRead {
  const [, before = '', typed = '', after = ''] = /^(.*?\/01)\/([^/]*)(.*)$/s.exec(pathname) ?? [];
  const gtin = parseGtin(typed);
  if (!gtin.ok) return { kind: 'malformed', error: gtin.error };
  const proper = `${before}/${gtin.value}${after.replace(/\/+$/, '')}`;
  const link = parseDigitalLink(proper);
  if (!link.ok) return { kind: 'malformed', error: link.error };
  if (link.value.key !== '01') return { kind: 'malformed', error: { code: 'no_primary_key' } };
  if (typed !== gtin.value) return { kind: 'elsewhere', pathname: proper };
  const { batch, serial } = link.value;
  return { kind: 'code', code: { gtin: gtin.value, batch, serial } };
}
