import { Prisma, type Tx } from '@baunghe/db';
import { type DaysSeen, instantsOf } from './days-seen.ts';
import { type Source, sumsBy } from './source.ts';

/** Boxes that came to a door so many days after their fruit was cut, in time or past its best day. */
export interface DoorDays {
  days: number;
  kind: 'in_time' | 'late';
  rows: number;
  grams: number;
}

/** How many days a product's boxes took: the middle one, and how many of them came past the best day. */
export interface DoorOfProduct {
  /** Null: of all products together. */
  productId: string | null;
  rows: number;
  late: number;
  median: number;
}

/** Boxes delivered in some days, with the whole days between cutting and their buyer's door. */
export function doorIn(days: DaysSeen): Source {
  const { begin, end } = instantsOf(days);
  const query = Prisma.sql`
    SELECT b."id" AS key, o."code" AS "orderCode", b."productId", p."varietyCode", p."nameVi", p."nameEn", p."nameZh",
      l."batch", d.day, d.day - l."cutOn" AS days, CASE WHEN d.day > l."bestBefore" THEN 'late' ELSE 'in_time' END AS kind,
      b."grams", 0 AS dong
    FROM "order_step" s CROSS JOIN LATERAL (SELECT (s."at" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day) d
    JOIN "order" o ON o."id" = s."orderId" JOIN "box" b ON b."orderId" = o."id"
    JOIN "lot" l ON l."id" = b."lotId" JOIN "product" p ON p."id" = b."productId"
    WHERE s."toState" = 'delivered' AND s."at" >= ${begin} AND s."at" < ${end}
      AND NOT EXISTS (SELECT FROM "box_unpacking" u WHERE u."boxId" = b."id")`;
  const by = {
    product: Prisma.sql`s."productId"`,
    variety: Prisma.sql`s."varietyCode"`,
    days: Prisma.sql`s."days"`,
    kind: Prisma.sql`s."kind"`,
  };
  return { query, by };
}

/** Boxes delivered in some days, by the days that they took. */
export async function doorDays(tx: Tx, days: DaysSeen): Promise<DoorDays[]> {
  return sumsBy(tx, doorIn(days), Prisma.sql`s."days", s."kind"`);
}

/** The same by product, and of all together. */
export async function doorByProduct(tx: Tx, days: DaysSeen): Promise<DoorOfProduct[]> {
  return tx.$queryRaw<DoorOfProduct[]>`
    SELECT s."productId", count(*)::int AS rows, count(*) FILTER (WHERE s."kind" = 'late')::int AS late,
      percentile_disc(0.5) WITHIN GROUP (ORDER BY s."days")::int AS median
    FROM (${doorIn(days).query}) s GROUP BY GROUPING SETS ((s."productId"), ())
    HAVING count(*) > 0 ORDER BY s."productId" NULLS FIRST`;
}
