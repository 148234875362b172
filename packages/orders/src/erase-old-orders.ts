import type { Moment, Tx } from '@baunghe/db';

/** How long contract data are kept, in years (Law 122/2025/QH15 on e-commerce). */
export const CONTRACT_YEARS = 3;

/** So many are erased in one transaction. */
const AT_ONCE = 500;

/** Until when a contract's data are kept that ended, or was placed if it has not ended, at an instant. */
export function keptUntil(ended: Date): Date {
  const until = new Date(ended);
  until.setUTCFullYear(until.getUTCFullYear() + CONTRACT_YEARS);
  return until;
}

/**
 * Erases name, phone, street and note, the present and the invoice's addressee of orders that ended at least three years ago, also where
 * they stood before a change; what was sold, for how much and when stays, as do the books and the trace, which never knew a buyer. Returns how many.
 */
export async function eraseOldOrders(tx: Tx, moment: Moment): Promise<number> {
  const { now } = moment;
  const [gone] = await tx.$queryRaw<{ orders: number }[]>`
    WITH three_years_ago AS (SELECT (${now}::timestamptz AT TIME ZONE 'UTC') - make_interval(years => ${CONTRACT_YEARS}::int) AS at), gone AS (
    UPDATE "order" SET "buyerName" = '', "phone" = '', "street" = '', "note" = NULL, "erasedAt" = ${now}
    WHERE "id" IN (
      SELECT o."id" FROM "order" o, three_years_ago y
      WHERE o."erasedAt" IS NULL AND o."state" IN ('delivered', 'cancelled')
        AND o."placedAt" <= y.at AT TIME ZONE 'UTC'
        AND NOT EXISTS (
          SELECT FROM "order_step" s WHERE s."orderId" = o."id" AND s."at" > y.at AT TIME ZONE 'UTC')
      ORDER BY o."placedAt" LIMIT ${AT_ONCE} FOR UPDATE OF o SKIP LOCKED)
    RETURNING "id"), gifts AS (
      DELETE FROM "order_gift" WHERE "orderId" IN (SELECT "id" FROM gone)), invoices AS (
      DELETE FROM "order_invoice" WHERE "orderId" IN (SELECT "id" FROM gone))
    SELECT count(*)::int AS orders FROM gone`;
  // A change may be emptied only once its order is erased, which a statement of its own sees.
  await tx.$executeRaw`
    UPDATE "order_change" c SET "before" = '{}', "after" = '{}'
    FROM "order" o WHERE o."id" = c."orderId" AND o."erasedAt" = ${now}`;
  return gone?.orders ?? 0;
}
