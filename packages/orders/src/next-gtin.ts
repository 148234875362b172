import type { Tx } from '@baunghe/db';
import { type Gtin14, gtin13From } from '@baunghe/gs1';

/**
 * The GTIN-13, in its 14-digit form, of the smallest item reference under the company prefix that no listing and no
 * variety ever had; null when the prefix is used up. Allocations take turns, so that two never get the same.
 */
export async function nextGtin(tx: Tx, gs1Prefix: string): Promise<Gtin14 | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('gtin allocation'))`;
  const given = await tx.$queryRaw<{ body: string }[]>`
    SELECT substr("gtin", 2, 12) AS "body" FROM "product" WHERE substr("gtin", 2, 12) LIKE ${`${gs1Prefix}%`}
    UNION SELECT substr("looseGtin", 2, 12) FROM "variety" WHERE substr("looseGtin", 2, 12) LIKE ${`${gs1Prefix}%`}`;
  const used = new Set(given.map(({ body }) => Number(body.slice(gs1Prefix.length))));
  const most = 10 ** (12 - gs1Prefix.length);
  let reference = 1;
  while (used.has(reference)) reference += 1;
  return reference < most ? gtin13From(gs1Prefix, reference) : null;
}
