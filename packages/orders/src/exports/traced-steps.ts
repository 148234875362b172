import type { Tx } from '@baunghe/db';

/** A critical tracking event of fruit with its key data elements (21 CFR 1.1325 to 1.1350), one row a lot or load. */
export interface TracedStep {
  step: 'harvesting' | 'initial_packing' | 'shipping';
  /** Day in Vietnam, such as 2026-06-12. */
  day: string;
  /** Traceability lot code: the batch code that the lot got at harvest and keeps. */
  lotCode: string;
  commodity: string;
  variety: string;
  grams: number;
  boxes: number;
  plotCode: string;
  /** Whither: the place of the first receiver, where it was shipped. */
  province: string;
  /** The record that it is taken from: a harvest's, an order's, a load's. */
  reference: string;
}

/** Most rows that one file holds. */
const MOST = 100_000;

/** What was cut, packed and sent from one day to another, both included. Nothing of who bought. */
export async function tracedSteps(tx: Tx, { from, to }: { from: string; to: string }): Promise<TracedStep[]> {
  return tx.$queryRaw<TracedStep[]>`
    WITH packed AS (
      SELECT b."lotId", b."orderId", b."grams", (b."packedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day FROM "box" b
      WHERE b."packedAt" >= ${from}::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
        AND b."packedAt" < (${to}::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
        AND NOT EXISTS (SELECT FROM "box_unpacking" u WHERE u."boxId" = b."id")
    ), sent AS (
      SELECT b."lotId", s."sscc", o."code", o."provinceCode", (s."shippedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day,
        sum(b."grams") AS grams, count(*) AS boxes
      FROM "shipment" s JOIN "order" o ON o."id" = s."orderId" JOIN "box" b ON b."orderId" = o."id"
      WHERE s."shippedAt" >= ${from}::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
        AND s."shippedAt" < (${to}::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
        AND NOT EXISTS (SELECT FROM "box_unpacking" u WHERE u."boxId" = b."id")
      GROUP BY 1, 2, 3, 4, 5
    ), steps AS (
      SELECT 'harvesting' AS step, h."cutOn" AS day, l."id" AS "lotId", h."grams"::bigint AS grams, 0::bigint AS boxes,
        NULL AS province, h."id" AS reference
      FROM "harvest" h JOIN "lot" l ON l."harvestId" = h."id" AND NOT l."graded"
      WHERE h."cutOn" BETWEEN ${from}::date AND ${to}::date
        AND NOT EXISTS (SELECT FROM "harvest_undone" u WHERE u."harvestId" = h."id")
      UNION ALL
      SELECT 'initial_packing', day, "lotId", sum("grams"), count(*), NULL, min("orderId") FROM packed GROUP BY day, "lotId"
      UNION ALL
      SELECT 'shipping', day, "lotId", grams, boxes, "provinceCode", coalesce("sscc", "code") FROM sent
    )
    SELECT t.step, t.day::text AS day, l."batch" AS "lotCode", v."fruit" AS commodity, v."nameEn" AS variety,
      t.grams::float8 AS grams, t.boxes::int AS boxes, p."code" AS "plotCode", coalesce(w."nameEn", '') AS province, t.reference
    FROM steps t JOIN "lot" l ON l."id" = t."lotId" JOIN "variety" v ON v."code" = l."varietyCode"
    JOIN "harvest" h ON h."id" = l."harvestId" JOIN "plot" p ON p."id" = h."plotId"
    LEFT JOIN "province" w ON w."code" = t.province
    ORDER BY t.day, t.step, l."batch" LIMIT ${MOST}`;
}
