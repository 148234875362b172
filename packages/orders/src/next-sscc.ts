import type { Tx } from '@baunghe/db';
import { checkDigit } from '@baunghe/gs1';

const DIGITS = 17;

/**
 * The next Serial Shipping Container Code of the cooperative: extension digit and serial reference count up together
 * around its company prefix, so that none comes again before all have been used (GS1 General Specifications, 2.2.1).
 */
export async function nextSscc(tx: Tx, gs1Prefix: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ serial: bigint }[]>`SELECT nextval('sscc_serial') AS "serial"`;
  const length = DIGITS - gs1Prefix.length;
  const serial = ((row?.serial ?? 0n) % 10n ** BigInt(length)).toString().padStart(length, '0');
  const body = `${serial.slice(0, 1)}${gs1Prefix}${serial.slice(1)}`;
  return body + checkDigit(body);
}

/** The load of an SSCC as an EPC: a GS1 Digital Link URI at GS1's own address (CBV 2.0, 8.2). */
export function loadEpcUri(sscc: string): string {
  return `https://id.gs1.org/00/${sscc}`;
}
