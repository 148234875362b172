import { Prisma, type Tx } from '@baunghe/db';
import type { DaysSeen } from './days-seen.ts';
import { type Source, sumsBy } from './source.ts';

/** What was cut on a plot in a week, in grams. */
export interface CutOfWeek {
  plotCode: string;
  monday: Date;
  rows: number;
  grams: number;
}

/** Harvests of some days; those recorded by mistake and undone are none. */
export function cutIn({ from, to }: DaysSeen): Source {
  const query = Prisma.sql`
    SELECT h."id" AS key, p."code" AS "plotCode", h."varietyCode", v."nameVi", v."nameEn", v."nameZh", l."batch",
      h."cutOn" AS day, date_trunc('week', h."cutOn"::timestamp)::date AS monday, h."grams", 0 AS dong
    FROM "harvest" h JOIN "plot" p ON p."id" = h."plotId" JOIN "variety" v ON v."code" = h."varietyCode"
    LEFT JOIN "lot" l ON l."harvestId" = h."id" AND NOT l."graded"
    WHERE h."cutOn" BETWEEN ${from}::date AND ${to}::date
      AND NOT EXISTS (SELECT FROM "harvest_undone" u WHERE u."harvestId" = h."id")`;
  const by = {
    plot: Prisma.sql`s."plotCode"`,
    week: Prisma.sql`s."monday"`,
    variety: Prisma.sql`s."varietyCode"`,
  };
  return { query, by };
}

/** What was cut in some days, by plot and ISO week. */
export async function cutByWeek(tx: Tx, days: DaysSeen): Promise<CutOfWeek[]> {
  return sumsBy(tx, cutIn(days), Prisma.sql`s."plotCode", s."monday"`);
}
