import type { SpoilCause, Tx } from '@baunghe/db';

/**
 * How fruit got lost: thrown away, in sorting, found missing at a stocktake (or found again), come back and destroyed, or
 * destroyed as a packed box was opened again.
 */
export type LossKind = 'spoil' | 'grade' | 'adjust' | 'destroyed' | 'opened';

/** Fruit of a variety that was lost in a time, in grams; negative where more was found than the ledger knew. */
export interface LostFruit {
  varietyCode: string;
  nameVi: string;
  nameEn: string;
  nameZh: string | null;
  kind: LossKind;
  cause: SpoilCause | null;
  grams: number;
}

/**
 * What was lost in a time, by variety, kind and cause, out of the ledger: a memorandum in grams, since fruit is its
 * members' until it is sold. Acts that were declared wrong are left out, and so are harvests
 * that their growers took back: that fruit never was.
 */
export function lostFruit(tx: Tx, { begins, ends }: { begins: Date; ends: Date }): Promise<LostFruit[]> {
  return tx.$queryRaw<LostFruit[]>`
    WITH lost AS (
      SELECT l."varietyCode", m."kind"::text AS kind, m."cause", -m."grams" AS grams
      FROM "stock_move" m JOIN "lot" l ON l."id" = m."lotId"
      WHERE m."kind" IN ('spoil', 'grade', 'adjust') AND m."at" >= ${begins} AND m."at" < ${ends}
        AND NOT EXISTS (SELECT FROM "trace_correction" c WHERE m."id" IN (c."undoneMoveId", c."undoMoveId"))
        AND NOT EXISTS (SELECT FROM "harvest_undone" u WHERE u."harvestId" = l."harvestId")
      UNION ALL
      SELECT l."varietyCode", 'destroyed', NULL, r."grams"
      FROM "box_return" r JOIN "box" b ON b."id" = r."boxId" JOIN "lot" l ON l."id" = b."lotId"
      WHERE r."outcome" = 'destroyed' AND r."at" >= ${begins} AND r."at" < ${ends}
      UNION ALL
      SELECT l."varietyCode", 'opened', NULL, b."grams"
      FROM "box_unpacking" u JOIN "box" b ON b."id" = u."boxId" JOIN "lot" l ON l."id" = b."lotId"
      WHERE u."fate" = 'destroyed' AND u."at" >= ${begins} AND u."at" < ${ends})
    SELECT l."varietyCode", v."nameVi", v."nameEn", v."nameZh", l.kind, l."cause", sum(l.grams)::int AS grams
    FROM lost l JOIN "variety" v ON v."code" = l."varietyCode"
    GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(l.grams) <> 0 ORDER BY sum(l.grams) DESC`;
}
