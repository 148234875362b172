import { digitalLink, parseDigitalLink } from '@baunghe/gs1';

/** What a code on fruit names: a product, and as far as it says so its lot and its box. */
export interface NamedFruit {
  gtin: string;
  batch: string | null;
  serial: string | null;
  /** Where its page stands on this site. */
  path: string;
}

/**
 * Reads a code as a person types or pastes it: the address in a QR code, its path, or the line below it such as
 * `(01)09521234000013(10)K7M2QXWD(21)B3F7`. Null for anything else.
 */
export function readTypedCode(typed: string): NamedFruit | null {
  const text = typed.replace(/\s+/g, '');
  const read = parseDigitalLink(text.includes('(') ? pathOfElements(text) : text);
  if (!read.ok || read.value.key !== '01') return null;
  const { gtin, batch, serial } = read.value;
  const path = digitalLink({ base: '', gtin, batch: batch ?? undefined, serial: serial ?? undefined });
  return { gtin, batch, serial, path };
}

/** `(01)…(10)…(21)…` as a path; what is not that gives a path that names nothing. Other elements (dates, weight) are passed over. */
function pathOfElements(text: string): string {
  if (!/^(\(\d{2,4}\)[^()]+)+$/.test(text)) return '';
  const values = new Map(
    [...text.matchAll(/\((\d{2,4})\)([^()]+)/g)].map(([, ai, value]) => [ai, value ?? '']),
  );
  return ['01', '10', '21']
    .filter((ai) => values.has(ai))
    .map((ai) => `/${ai}/${encodeURIComponent(values.get(ai) ?? '')}`)
    .join('');
}
