import type { Tx } from '@baunghe/db';
import { typedVoucherCode } from './voucher-code.ts';

/** Codes that nobody knows which one network may try in an hour: a network may be a village, and a code has chance enough. */
const MOST_TRIES = 30;
const HOUR_MS = 3_600_000;

/** Whether a network tried so many wrong codes that it is answered nothing more for an hour. */
export async function triedTooMuch(tx: Tx, now: Date, network: string): Promise<boolean> {
  const since = new Date(now.getTime() - HOUR_MS);
  return (await tx.codeTry.count({ where: { network, at: { gt: since } } })) >= MOST_TRIES;
}

/** Remembers for a day that a network tried a code that nobody knows; the same one counts once. */
export async function noteCodeTry(tx: Tx, now: Date, network: string, typed: string): Promise<void> {
  await tx.codeTry.deleteMany({ where: { at: { lt: new Date(now.getTime() - 24 * HOUR_MS) } } });
  await tx.$executeRaw`INSERT INTO "code_try" ("network", "code", "at")
    VALUES (${network}, ${typedVoucherCode(typed)}, ${now}) ON CONFLICT DO NOTHING`;
}
