import { joined } from './bytes.ts';

/** The most bytes that one entry may have: its length is written in 16 bits. */
export const LONGEST_ENTRY = 0xffff;

/** Entries one after the other, each after its length as a big-endian uint16. @throws RangeError for one too long. */
export function entryBundle(entries: readonly Uint8Array[]): Uint8Array {
  return joined(
    ...entries.flatMap((entry) => {
      if (entry.length > LONGEST_ENTRY) throw new RangeError(`an entry of ${entry.length} bytes`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** The entries of a bundle, or null when its bytes end within one. */
export function entriesOf(bundle: Uint8Array): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bundle.length) {
    const end = at + 2 + ((bundle[at] as number) << 8) + (bundle[at + 1] as number);
    if (end > bundle.length) return null;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return at === bundle.length ? entries : null;
}
