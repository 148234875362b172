import type { Moment, Tx } from '@baunghe/db';

const AT_ONCE = 500;

/**
 * Erases who asked, and what they wrote, of requests that came to no contract a year ago; of those that did, together
 * with their order. Returns how many.
 */
export async function eraseOldRequests(tx: Tx, moment: Moment): Promise<number> {
  const { now } = moment;
  return tx.$executeRaw`
    UPDATE "bulk_request" SET "who" = '', "phone" = '', "taxCode" = NULL, "email" = NULL, "packing" = NULL, "note" = NULL,
      "street" = CASE WHEN "street" IS NULL THEN NULL ELSE '' END, "network" = NULL, "erasedAt" = ${now}
    WHERE "id" IN (
      SELECT r."id" FROM "bulk_request" r
        LEFT JOIN "bulk_acceptance" a ON a."requestId" = r."id"
        LEFT JOIN "order" o ON o."id" = a."orderId"
      WHERE r."erasedAt" IS NULL AND CASE WHEN o."id" IS NULL
        THEN r."createdAt" < ${now}::timestamptz - interval '1 year' ELSE o."erasedAt" IS NOT NULL END
      LIMIT ${AT_ONCE} FOR UPDATE OF r SKIP LOCKED)`;
}

/** What a number asked for, as its owner is told. */
export async function requestsOfPhone(tx: Tx, phone: string) {
  return tx.bulkRequest.findMany({
    where: { phone },
    omit: { id: true, network: true, erasedAt: true },
    orderBy: { createdAt: 'asc' },
  });
}

/** Erases who asked, at their wish, of the requests of a number that are no contract. Returns how many. */
export async function eraseRequestsOf(tx: Tx, moment: Moment, phone: string): Promise<number> {
  return tx.$executeRaw`
    UPDATE "bulk_request" r SET "who" = '', "phone" = '', "taxCode" = NULL, "email" = NULL, "packing" = NULL, "note" = NULL,
      "street" = CASE WHEN "street" IS NULL THEN NULL ELSE '' END, "network" = NULL, "erasedAt" = ${moment.now}
    WHERE r."phone" = ${phone} AND NOT EXISTS (SELECT FROM "bulk_acceptance" a WHERE a."requestId" = r."id")`;
}
