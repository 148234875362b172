import { Prisma, type Tx } from '@baunghe/db';
import { type DaysSeen, instantsOf } from './days-seen.ts';
import { type Source, sumsBy } from './source.ts';

/** What was sold of a product in a week, in grams and đồng. */
export interface SoldOfWeek {
  productId: string;
  varietyCode: string;
  monday: Date;
  rows: number;
  grams: number;
  dong: number;
}

/** What was sold of a product before, to compare with. */
export type SoldBefore = Pick<SoldOfWeek, 'productId' | 'grams' | 'dong'>;

/**
 * Lines of orders placed in some days, by their product's price before discounts and without delivery: what was weighed
 * once it was, else what was ordered. Cancelled orders, those that still wait for a harvest and fruit sent anew are not
 * sold; fruit that came back and money given back for a line are taken off it, whenever that was.
 */
export function soldIn(days: DaysSeen): Source {
  const { begin, end } = instantsOf(days);
  const query = Prisma.sql`
    SELECT l."id" AS key, o."code" AS "orderCode", p."id" AS "productId", p."varietyCode", p."nameVi", p."nameEn", p."nameZh",
      (o."placedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day,
      date_trunc('week', o."placedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS monday,
      w.grams - least(w.grams, coalesce(r.grams, 0)) AS grams,
      (coalesce(l."finalDong", l."lineDong") - coalesce(r.dong, 0) - coalesce(c.dong, 0))::float8 AS dong
    FROM "order" o JOIN "order_line" l ON l."orderId" = o."id" JOIN "product" p ON p."id" = l."productId"
    CROSS JOIN LATERAL (SELECT coalesce(l."finalGrams", l."quantity" * l."unitGrams") AS grams) w
    LEFT JOIN LATERAL (SELECT sum(r."grams")::int AS grams, sum(r."owedDong") AS dong
      FROM "box" b JOIN "box_return" r ON r."boxId" = b."id" WHERE b."lineId" = l."id") r ON true
    LEFT JOIN LATERAL (SELECT sum(a."amountDong") AS dong FROM "claim" c JOIN "claim_answer" a ON a."claimId" = c."id"
      WHERE c."lineId" = l."id" AND a."kind" = 'refund') c ON true
    WHERE o."placedAt" >= ${begin} AND o."placedAt" < ${end} AND l."quantity" > 0
      AND o."state" NOT IN ('cancelled', 'preordered') AND NOT o."replacement"`;
  const by = {
    product: Prisma.sql`s."productId"`,
    variety: Prisma.sql`s."varietyCode"`,
    week: Prisma.sql`s."monday"`,
  };
  return { query, by };
}

/** What was sold in some days, by product and ISO week. */
export async function soldByWeek(tx: Tx, days: DaysSeen): Promise<SoldOfWeek[]> {
  return sumsBy(tx, soldIn(days), Prisma.sql`s."productId", s."varietyCode", s."monday"`);
}

/** What was sold in some days, by product. */
export async function soldByProduct(tx: Tx, days: DaysSeen): Promise<SoldBefore[]> {
  return sumsBy(tx, soldIn(days), Prisma.sql`s."productId"`);
}

/** What was sold in some days, in grams by variety. */
export async function soldByVariety(tx: Tx, days: DaysSeen): Promise<Map<string, number>> {
  const rows = await sumsBy<{ varietyCode: string; grams: number }>(
    tx,
    soldIn(days),
    Prisma.sql`s."varietyCode"`,
  );
  return new Map(rows.map(({ varietyCode, grams }) => [varietyCode, grams]));
}
