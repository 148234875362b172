import type { Tx } from '@baunghe/db';
import { PER_PAGE } from './reached-lists.ts';

/** Boxes that the same hands packed within so many minutes stood on one table. */
const TABLE_MINUTES = 30;

/** Why a lot is said to have been near: the same hands at the same time, a box in the same order, the same harvest. */
export type TouchedBy = 'hands' | 'order' | 'harvest';

/** A lot that is none of those reached and was near them. */
export interface TouchedLot {
  batch: string;
  nameVi: string;
  nameEn: string;
  nameZh: string | null;
  grade: string;
  plotCode: string;
  by: TouchedBy[];
}

/** The lots that shared a table with the given ones, in the order of their batch codes, and how many there are. */
export async function sharedATable(
  tx: Tx,
  lotIds: readonly string[],
  after: string | null = null,
  most: number = PER_PAGE + 1,
): Promise<{ count: number; lots: TouchedLot[] }> {
  const ids = [...lotIds];
  const rows = await tx.$queryRaw<(TouchedLot & { count: number })[]>`
    WITH reached AS (
      SELECT "packedBy", "packedAt", "orderId" FROM "box" WHERE "lotId" = ANY(${ids}::text[])
    ), spans AS (
      SELECT "packedBy", unnest(range_agg(tstzrange("packedAt" - make_interval(mins => ${TABLE_MINUTES}::int),
        "packedAt" + make_interval(mins => ${TABLE_MINUTES}::int), '[]'))) AS span
      FROM reached WHERE "packedBy" IS NOT NULL GROUP BY "packedBy"
    ), near AS (
      SELECT b."lotId", 'hands' AS by FROM spans s CROSS JOIN LATERAL (
        -- Kept apart, so that each span is one look-up in the index, whatever the planner thinks a span holds.
        SELECT DISTINCT b."lotId" FROM "box" b
        WHERE b."packedBy" = s."packedBy" AND b."packedAt" BETWEEN lower(s.span) AND upper(s.span)) b
      UNION
      SELECT b."lotId", 'order' FROM (SELECT DISTINCT "orderId" FROM reached) r JOIN "box" b ON b."orderId" = r."orderId"
      UNION
      SELECT o."id", 'harvest' FROM "lot" l JOIN "lot" o ON o."harvestId" = l."harvestId" WHERE l."id" = ANY(${ids}::text[])
    ), touched AS (
      SELECT "lotId", array_agg(by ORDER BY by) AS by FROM near WHERE "lotId" <> ALL(${ids}::text[]) GROUP BY "lotId"
    )
    SELECT l."batch", v."nameVi", v."nameEn", v."nameZh", l."grade", p."code" AS "plotCode", t.by,
      (SELECT count(*)::int FROM touched) AS count
    FROM touched t JOIN "lot" l ON l."id" = t."lotId" JOIN "variety" v ON v."code" = l."varietyCode"
    JOIN "harvest" h ON h."id" = l."harvestId" JOIN "plot" p ON p."id" = h."plotId"
    WHERE ${after}::text IS NULL OR l."batch" > ${after}
    ORDER BY l."batch" LIMIT ${most}`;
  return { count: rows[0]?.count ?? 0, lots: rows.map(({ count: _, ...lot }) => lot) };
}
