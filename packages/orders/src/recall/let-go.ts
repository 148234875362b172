import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import { endWithdrawal } from '../withdraw-lot.ts';
import { PER_PAGE } from './reached-lists.ts';

/** Why lots of a recall are not let go. */
export type LetGoRefusal = { code: 'recall_lots_unknown'; batches: string[] };

/**
 * Lets lots of a recall go by the way out that every withdrawn lot has: with a reason, who and when. One that was let go
 * already stays so; what is held for an interval or by a laboratory stays held for that.
 */
export async function letLotsGo(
  tx: Tx,
  moment: Moment,
  by: { userId: string; gln: string },
  { recallId, reason, batches }: { recallId: string; reason: string; batches: readonly string[] },
): Promise<Result<void, LetGoRefusal>> {
  const lots = await tx.lot.findMany({
    where: { batch: { in: [...batches] }, recalls: { some: { recallId } } },
    select: { batch: true },
    orderBy: { id: 'asc' },
  });
  const known = new Set(lots.map(({ batch }) => batch));
  const unknown = batches.filter((batch) => !known.has(batch));
  if (unknown.length > 0) return fail({ code: 'recall_lots_unknown', batches: unknown.slice(0, 5) });
  for (const { batch } of lots) {
    // One that went with the lot it was sorted from, or by another hand, is let go already.
    await endWithdrawal(tx, moment, by, { batch, reason: reason.slice(0, 300) });
  }
  return ok(undefined);
}

/** A lot of a recall: called back still, or let go when, by whom and why. */
export interface RecalledLot {
  batch: string;
  calledBack: boolean;
  at: Date | null;
  byName: string | null;
  reason: string | null;
}

/** The lots of a recall in the order of their batch codes, from behind `after`; one more than a page where there are more. */
export async function lotsOfRecall(
  tx: Tx,
  recallId: string,
  after: string | null = null,
  most: number = PER_PAGE + 1,
): Promise<RecalledLot[]> {
  return tx.$queryRaw<RecalledLot[]>`
    SELECT l."batch", coalesce(w."act" = 'withdraw', false) AS "calledBack", w."at", u."name" AS "byName", w."reason"
    FROM "recall_lot" r JOIN "lot" l ON l."id" = r."lotId"
    LEFT JOIN LATERAL (SELECT * FROM "lot_withdrawal" w WHERE w."lotId" = l."id" ORDER BY w."id" DESC LIMIT 1) w ON true
    LEFT JOIN "user" u ON u."id" = w."byUser"
    WHERE r."recallId" = ${recallId} AND (${after}::text IS NULL OR l."batch" > ${after})
    ORDER BY l."batch" LIMIT ${most}`;
}
