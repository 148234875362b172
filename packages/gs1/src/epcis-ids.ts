import { batch } from './batch.ts';
import { checkValue } from './check-value.ts';
import { digitalLink } from './digital-link.ts';
import { gln } from './gln.ts';
import { gtin14 } from './gtin.ts';
import { percentEncode } from './percent-encoding.ts';
import { serial } from './serial.ts';

/** Identities in events are the same for every site, so they stand at GS1's own address (CBV 2.0, 8.2). */
const base = 'https://id.gs1.org';

/** The EPC of one box. @throws RangeError when GTIN or serial number is malformed. */
export function boxEpcUri(gtin: string, serialText: string): string {
  return digitalLink({ base, gtin: gtin14(gtin), serial: serial(serialText) });
}

const BOX = /^(.*\/01\/\d{14})\/(?:[^?#]*\/)?21\//;

/** The class of an EPC that names one box by its serial number: its GTIN alone. Null for what names no single box. */
export function classOfBoxEpc(epc: string): string | null {
  return BOX.exec(epc)?.[1] ?? null;
}

/** The EPC class of all fruit of one lot. @throws RangeError when GTIN or batch code is malformed. */
export function lotClassUri(gtin: string, batchText: string): string {
  return digitalLink({ base, gtin: gtin14(gtin), batch: batch(batchText) });
}

/** The packing house, by its GLN. @throws RangeError when it is malformed. */
export function packingLocationUri(glnText: string): string {
  return `${base}/414/${gln(glnText)}`;
}

/**
 * A member's plot: the cooperative's GLN with the plot's code as extension (AI 254).
 * @throws RangeError when either is malformed.
 */
export function plotLocationUri(glnText: string, plotCode: string): string {
  const error = checkValue('254', plotCode);
  if (error) throw new RangeError(`not a GLN extension (${error.code}): ${plotCode}`);
  return `${packingLocationUri(glnText)}/254/${percentEncode(plotCode)}`;
}
