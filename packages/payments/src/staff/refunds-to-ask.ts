import type { Moment, Tx } from '@baunghe/db';

/** How long a buyer has to say it by themselves: the order's page asks as soon as something is owed. */
const WAIT_MS = 3_600_000;

/**
 * Marks refunds whose buyers are to be asked where they want their money, and gives the orders, one for each: they are
 * due for an hour, nobody has told an account, and they do not go back to a card. Each refund is asked about once.
 */
export async function refundsToAsk(tx: Tx, { now }: Moment, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ orderId: string }[]>`
    WITH asked AS (
      INSERT INTO "refund_asked" ("refundId", "at")
      SELECT r."id", ${now} FROM "refund" r JOIN "payment" p ON p."id" = r."paymentId"
      WHERE r."state" = 'due' AND p."method" <> 'card' AND r."createdAt" <= ${new Date(now.getTime() - WAIT_MS)}
        AND NOT EXISTS (SELECT FROM "payout_account" a WHERE a."paymentId" = p."id")
        AND NOT EXISTS (SELECT FROM "refund_asked" k WHERE k."refundId" = r."id")
      ORDER BY r."createdAt" LIMIT ${most}
      ON CONFLICT DO NOTHING RETURNING "refundId")
    SELECT DISTINCT p."orderId" FROM asked JOIN "refund" r ON r."id" = asked."refundId"
      JOIN "payment" p ON p."id" = r."paymentId"`;
  return rows.map(({ orderId }) => orderId);
}
