import { Prisma, type Tx } from '@baunghe/db';
import { type DaysSeen, instantsOf } from './days-seen.ts';
import { type Source, sumsBy } from './source.ts';

/** What was lost for one reason of one plot's fruit, in grams. */
export interface Spoiled {
  /** A cause of the store's, or `sorting`, `opened` (a packed box) or `returned`. */
  kind: string;
  plotCode: string;
  rows: number;
  grams: number;
}

/** A lot of which fruit was lost. */
export interface SpoiledLot {
  batch: string;
  plotCode: string;
  rows: number;
  grams: number;
}

/**
 * Fruit that was lost in some days: thrown away in the store and not declared wrong since, lost in sorting, and destroyed
 * in boxes that were opened or came back. What a stocktake found too little is not among it: nobody saw it spoil.
 */
export function spoiledIn(days: DaysSeen): Source {
  const { begin, end } = instantsOf(days);
  const during = Prisma.sql`>= ${begin} AND a.at < ${end}`;
  const query = Prisma.sql`
    SELECT a.key, a.kind, l."batch", p."code" AS "plotCode", l."varietyCode", v."nameVi", v."nameEn", v."nameZh",
      (a.at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS day, a.grams, 0 AS dong, a.words
    FROM (
      SELECT 'thrown:' || lpad(m."id"::text, 12, '0') AS key, coalesce(m."cause"::text, 'other') AS kind, m."lotId",
        -m."grams" AS grams, m."reason" AS words, m."at"
      FROM "stock_move" m
      WHERE m."kind" = 'spoil' AND NOT EXISTS (SELECT FROM "trace_correction" c WHERE c."undoneMoveId" = m."id")
      UNION ALL
      SELECT 'sorting:' || g."id", 'sorting', m."lotId", g."lossGrams", g."lossReason", g."at"
      FROM "grading" g JOIN "stock_move" m ON m."gradingId" = g."id" AND m."grams" < 0 WHERE g."lossGrams" > 0
      UNION ALL
      SELECT 'opened:' || b."id", 'opened', b."lotId", b."grams", u."reason", u."at"
      FROM "box_unpacking" u JOIN "box" b ON b."id" = u."boxId" WHERE u."fate" = 'destroyed'
      UNION ALL
      SELECT 'returned:' || b."id", 'returned', b."lotId", r."grams", r."reason", r."at"
      FROM "box_return" r JOIN "box" b ON b."id" = r."boxId" WHERE r."outcome" = 'destroyed'
    ) a JOIN "lot" l ON l."id" = a."lotId" JOIN "variety" v ON v."code" = l."varietyCode"
    JOIN "harvest" h ON h."id" = l."harvestId" JOIN "plot" p ON p."id" = h."plotId"
    WHERE a.at ${during}`;
  const by = {
    kind: Prisma.sql`s."kind"`,
    plot: Prisma.sql`s."plotCode"`,
    lot: Prisma.sql`s."batch"`,
    variety: Prisma.sql`s."varietyCode"`,
  };
  return { query, by };
}

/** What was lost in some days, by reason and plot. */
export async function spoiledBy(tx: Tx, days: DaysSeen): Promise<Spoiled[]> {
  return sumsBy(tx, spoiledIn(days), Prisma.sql`s."kind", s."plotCode"`);
}

/** The lots of which most was lost in some days. */
export async function spoiledMost(tx: Tx, days: DaysSeen, most: number): Promise<SpoiledLot[]> {
  return tx.$queryRaw<SpoiledLot[]>`
    SELECT s."batch", s."plotCode", count(*)::int AS rows, sum(s."grams")::float8 AS grams
    FROM (${spoiledIn(days).query}) s GROUP BY s."batch", s."plotCode"
    ORDER BY sum(s."grams") DESC, s."batch" LIMIT ${most}`;
}
