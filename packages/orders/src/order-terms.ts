import { type Tx, vietnamDay } from '@baunghe/db';

/** Keeps with an order which versions of the shop's terms hold as it is placed. */
export async function keepOrderTerms(tx: Tx, now: Date, orderId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "order_terms" ("orderId", "slug", "number")
    SELECT DISTINCT ON ("slug") ${orderId}, "slug", "number" FROM "terms_version"
    WHERE "holdsFrom" <= ${vietnamDay(now)}::date ORDER BY "slug", "number" DESC`;
}

/** The versions that an order was placed under. */
export function orderTerms(tx: Tx, orderId: string): Promise<{ slug: string; number: number }[]> {
  return tx.orderTerms.findMany({
    where: { orderId },
    select: { slug: true, number: true },
    orderBy: { slug: 'asc' },
  });
}
