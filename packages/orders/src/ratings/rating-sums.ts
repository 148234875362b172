import { Prisma, type Tx } from '@baunghe/db';

/** What buyers gave a product: the mean of their stars in tenths of a star, and how many they are. */
export interface RatingSum {
  mean: number;
  count: number;
}

/** True of a row r of "rating" that staff hid and did not show again. */
const IS_HIDDEN = Prisma.sql`coalesce((SELECT a."kind" = 'hide' FROM "rating_act" a
  WHERE a."ratingId" = r."id" AND a."kind" <> 'answer' ORDER BY a."id" DESC LIMIT 1), false)`;

/** The sums of products that somebody rated, hidden and erased ratings left out. */
export async function ratingSums(
  tx: Tx,
  products: readonly { id: string }[],
): Promise<Map<string, RatingSum>> {
  const rows = await tx.$queryRaw<{ productId: string; stars: number; count: number }[]>`
    SELECT l."productId", sum(r."stars")::int AS stars, count(*)::int AS count
    FROM "rating" r JOIN "order_line" l ON l."id" = r."lineId"
    WHERE l."productId" = ANY (${products.map(({ id }) => id)}) AND r."erasedAt" IS NULL AND NOT ${IS_HIDDEN}
    GROUP BY l."productId"`;
  return new Map(
    rows.map(({ productId, stars, count }) => [
      productId,
      { mean: Math.round((stars * 10) / count) / 10, count },
    ]),
  );
}
