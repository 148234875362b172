import { lockRows, type Moment, type Tx } from '@baunghe/db';

/**
 * Gives back what lapsed checkouts keep of the lots, and what `holdId` keeps of them, which ends by it; the balances must
 * be locked. Returns the grams that came free, by lot.
 */
export async function giveBackHeld(
  tx: Tx,
  lotIds: readonly string[],
  now: Date,
  holdId: string | null,
): Promise<Map<string, number>> {
  const sql = `
    WITH freed AS (
      UPDATE "reservation" SET "state" = 'released', "closedAt" = $2
      WHERE "lotId" = ANY($1) AND "state" = 'active' AND "holdId" IS NOT NULL AND ("expiresAt" <= $2 OR "holdId" = $3)
      RETURNING "lotId", "grams"
    ), ended AS (
      UPDATE "checkout_hold" SET "endedAt" = $2 WHERE "id" = $3 AND "endedAt" IS NULL
    )
    SELECT "lotId", sum("grams")::int AS grams FROM freed GROUP BY "lotId"`;
  const freed = await tx.$queryRawUnsafe<{ lotId: string; grams: number }[]>(sql, [...lotIds], now, holdId);
  return new Map(freed.map(({ lotId, grams }) => [lotId, grams]));
}

/** Gives back what checkouts keep whose time is over, and what `holdId` keeps. Returns of how many lots. */
export async function giveBackLapsed(tx: Tx, moment: Moment, holdId: string | null = null): Promise<number> {
  const lapsed = await tx.reservation.findMany({
    where: {
      state: 'active',
      holdId: { not: null },
      OR: [{ expiresAt: { lte: moment.now } }, ...(holdId === null ? [] : [{ holdId }])],
    },
    select: { lotId: true },
    distinct: ['lotId'],
  });
  const lotIds = lapsed.map(({ lotId }) => lotId);
  await lockRows(tx, 'lot_balance', lotIds);
  await giveBackHeld(tx, lotIds, moment.now, holdId);
  return lotIds.length;
}
