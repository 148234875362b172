import type { OrderState, Tx } from '@baunghe/db';

/** How many rows a page of a list has. */
export const PER_PAGE = 50;

/** A lot that was reached. */
export interface ReachedLot {
  batch: string;
  nameVi: string;
  nameEn: string;
  nameZh: string | null;
  grade: string;
  cutOn: Date;
  bestBefore: Date;
  plotCode: string;
  memberCode: string;
  boxes: number;
  boxedGrams: number;
  onHandGrams: number;
  /** Whether it is called back now. */
  calledBack: boolean;
}

/** The lots in the order of their batch codes, from behind `after`; one more than a page where there are more. */
export async function reachedLots(
  tx: Tx,
  lotIds: readonly string[],
  after: string | null,
  most: number = PER_PAGE + 1,
): Promise<ReachedLot[]> {
  return tx.$queryRaw<ReachedLot[]>`
    SELECT l."batch", v."nameVi", v."nameEn", v."nameZh", l."grade", l."cutOn", l."bestBefore", p."code" AS "plotCode",
      e."code" AS "memberCode",
      b.boxes, b.grams AS "boxedGrams", coalesce(a."onHandGrams", 0) AS "onHandGrams", coalesce(w.called, false) AS "calledBack"
    FROM (SELECT * FROM "lot" WHERE "id" = ANY(${[...lotIds]}::text[]) AND (${after}::text IS NULL OR "batch" > ${after})
      ORDER BY "batch" LIMIT ${most}) l
    JOIN "variety" v ON v."code" = l."varietyCode" JOIN "harvest" h ON h."id" = l."harvestId"
    JOIN "plot" p ON p."id" = h."plotId" JOIN "member" e ON e."id" = h."memberId"
    LEFT JOIN "lot_balance" a ON a."lotId" = l."id"
    LEFT JOIN LATERAL (SELECT count(*)::int AS boxes, coalesce(sum(b."grams"), 0)::int AS grams FROM "box" b
      LEFT JOIN "box_unpacking" u ON u."boxId" = b."id" WHERE b."lotId" = l."id" AND u."boxId" IS NULL) b ON true
    LEFT JOIN LATERAL (SELECT w."act" = 'withdraw' AS called FROM "lot_withdrawal" w WHERE w."lotId" = l."id"
      ORDER BY w."id" DESC LIMIT 1) w ON true
    ORDER BY l."batch"`;
}

/** An order that fruit went into: nothing of who bought it. */
export interface ReachedOrder {
  orderId: string;
  code: string;
  state: OrderState;
  provinceVi: string;
  provinceEn: string;
  boxes: number;
  grams: number;
  placedAt: Date;
}

/** The orders in the order of their ids, which is that in which they were placed, from behind `after`. */
export async function reachedOrders(
  tx: Tx,
  lotIds: readonly string[],
  after: string | null,
  most: number = PER_PAGE + 1,
): Promise<ReachedOrder[]> {
  return tx.$queryRaw<ReachedOrder[]>`
    SELECT o."id" AS "orderId", o."code", o."state"::text AS state, p."nameVi" AS "provinceVi", p."nameEn" AS "provinceEn",
      b.boxes, b.grams, o."placedAt"
    FROM (SELECT b."orderId", count(*)::int AS boxes, sum(b."grams")::int AS grams FROM "box" b
      LEFT JOIN "box_unpacking" u ON u."boxId" = b."id" LEFT JOIN "box_return" r ON r."boxId" = b."id"
      WHERE b."lotId" = ANY(${[...lotIds]}::text[]) AND u."boxId" IS NULL AND r."id" IS NULL
        AND (${after}::text IS NULL OR b."orderId" > ${after})
      GROUP BY b."orderId" ORDER BY b."orderId" LIMIT ${most}) b
    JOIN "order" o ON o."id" = b."orderId" JOIN "province" p ON p."code" = o."provinceCode"
    ORDER BY o."id"`;
}

/** Orders alike: in one state, or to one province. */
export interface OrderGroup {
  key: string;
  nameVi: string;
  nameEn: string;
  orders: number;
  boxes: number;
  grams: number;
}

/** The orders that fruit of the lots went into, by their state and, of those that left, by province. */
export async function orderGroups(
  tx: Tx,
  lotIds: readonly string[],
): Promise<{ states: OrderGroup[]; provinces: OrderGroup[] }> {
  const rows = await tx.$queryRaw<(OrderGroup & { what: 'state' | 'province' })[]>`
    WITH boxes AS (
      SELECT b."orderId", b."grams", o."state"::text AS state, o."provinceCode" FROM "box" b JOIN "order" o ON o."id" = b."orderId"
      LEFT JOIN "box_unpacking" u ON u."boxId" = b."id" LEFT JOIN "box_return" r ON r."boxId" = b."id"
      WHERE b."lotId" = ANY(${[...lotIds]}::text[]) AND u."boxId" IS NULL AND r."id" IS NULL
    )
    SELECT 'state' AS what, state AS key, state AS "nameVi", state AS "nameEn", count(DISTINCT "orderId")::int AS orders,
      count(*)::int AS boxes, sum("grams")::float8 AS grams FROM boxes GROUP BY state
    UNION ALL
    SELECT 'province', p."code", p."nameVi", p."nameEn", count(DISTINCT b."orderId")::int, count(*)::int, sum(b."grams")::float8
    FROM boxes b JOIN "province" p ON p."code" = b."provinceCode" WHERE b.state IN ('shipped', 'delivered')
    GROUP BY p."code", p."nameVi", p."nameEn" ORDER BY 1, 7 DESC, 2`;
  const of = (what: string) => rows.filter((row) => row.what === what).map(({ what: _, ...group }) => group);
  return { states: of('state'), provinces: of('province') };
}
