import { Prisma, plusDays, type Tx, vietnamDay } from '@baunghe/db';
import { mondayOf } from '@baunghe/farm';
import type { DaysSeen } from './days-seen.ts';
import { soldByVariety } from './sold.ts';
import { type Source, sumsBy } from './source.ts';

/** How many weeks ahead are looked at, from the next on. */
const WEEKS_AHEAD = 4;
/** Over how many whole weeks what is usually sold is counted. */
const USUAL_WEEKS = 4;

/** What is to be had of a variety in a week to come, and what is wanted of it, in grams. */
export interface VarietyAhead {
  varietyCode: string;
  monday: Date;
  /** What growers expect to cut. */
  forecast: number;
  /** Of the first week alone: what lies free in the store and is still good on its Monday. */
  stock: number;
  /** What was ordered ahead and not served yet. */
  preordered: number;
  /** Of the first week alone: what is held, and so counted nowhere. */
  held: number;
  /** What is sold in a usual week. */
  usual: number;
  /** What is missing for what was ordered ahead. */
  short: number;
  /** What is missing for what is usually sold, beyond that. */
  shortOfUsual: number;
}

/** The days of the weeks to come. */
export function weeksAhead(now: Date): DaysSeen {
  const from = plusDays(mondayOf(vietnamDay(now)), 7);
  return { from, to: plusDays(from, 7 * WEEKS_AHEAD - 1) };
}

/** The days whose sales are taken as usual: the last four whole weeks. */
export function usualDays(now: Date): DaysSeen {
  const thisMonday = mondayOf(vietnamDay(now));
  return { from: plusDays(thisMonday, -7 * USUAL_WEEKS), to: plusDays(thisMonday, -1) };
}

/** Forecasts, promises to those who ordered ahead, and fruit in the store, a row each; each counts in one week. */
export function aheadIn({ from, to }: DaysSeen): Source {
  const query = Prisma.sql`
    SELECT 'forecast:' || f."plotId" || ':' || f."varietyCode" || ':' || f."monday" AS key, 'forecast' AS kind,
      f."varietyCode", f."monday", p."code" AS "plotCode", NULL AS "orderCode", NULL AS batch, f."grams", 0 AS dong
    FROM "forecast" f JOIN "plot" p ON p."id" = f."plotId"
    WHERE f."monday" BETWEEN ${from}::date AND ${to}::date AND f."grams" > 0 AND p."closedAt" IS NULL
    UNION ALL
    SELECT 'preordered:' || f."lineId", 'preordered', p."varietyCode", t."monday", NULL, o."code", NULL,
      f."grams" - f."servedGrams", 0
    FROM "preorder_offer" t JOIN "forecast_promise" f ON f."offerId" = t."id" JOIN "product" p ON p."id" = t."productId"
    JOIN "order_line" l ON l."id" = f."lineId" JOIN "order" o ON o."id" = l."orderId"
    WHERE t."monday" BETWEEN ${from}::date AND ${to}::date AND f."state" = 'waiting'
    UNION ALL
    SELECT 'stock:' || l."batch", CASE WHEN l."heldReason" IS NULL THEN 'stock' ELSE 'held' END, l."varietyCode",
      ${from}::date, p."code", NULL, l."batch", b."onHandGrams" - b."reservedGrams", 0
    FROM "lot_balance" b JOIN "lot" l ON l."id" = b."lotId" JOIN "harvest" h ON h."id" = l."harvestId"
    JOIN "plot" p ON p."id" = h."plotId"
    WHERE b."onHandGrams" > b."reservedGrams" AND l."bestBefore" >= ${from}::date`;
  const named = Prisma.sql`SELECT a.*, v."nameVi", v."nameEn", v."nameZh" FROM (${query}) a
    JOIN "variety" v ON v."code" = a."varietyCode"`;
  const by = {
    variety: Prisma.sql`s."varietyCode"`,
    week: Prisma.sql`s."monday"`,
    kind: Prisma.sql`s."kind"`,
  };
  return { query: named, by };
}

/** What is to be had and wanted of each variety in the four weeks after this one; of those that anybody speaks of. */
export async function shortAhead(tx: Tx, now: Date): Promise<VarietyAhead[]> {
  const sums = await sumsBy<{ varietyCode: string; monday: Date; kind: string; grams: number }>(
    tx,
    aheadIn(weeksAhead(now)),
    Prisma.sql`s."varietyCode", s."monday", s."kind"`,
  );
  const usual = await soldByVariety(tx, usualDays(now));
  const { from } = weeksAhead(now);
  const codes = [...new Set([...sums.map(({ varietyCode }) => varietyCode), ...usual.keys()])].sort();
  return codes.flatMap((varietyCode) =>
    Array.from({ length: WEEKS_AHEAD }, (_, index) => {
      const monday = plusDays(from, 7 * index);
      const of = (kind: string) =>
        sums.find((sum) => sum.varietyCode === varietyCode && +sum.monday === +monday && sum.kind === kind)
          ?.grams ?? 0;
      const told = {
        forecast: of('forecast'),
        stock: of('stock'),
        preordered: of('preordered'),
        held: of('held'),
      };
      return { varietyCode, monday, ...told, ...missing(told, (usual.get(varietyCode) ?? 0) / USUAL_WEEKS) };
    }),
  );
}

function missing(
  { forecast, stock, preordered }: Pick<VarietyAhead, 'forecast' | 'stock' | 'preordered'>,
  aWeek: number,
): Pick<VarietyAhead, 'usual' | 'short' | 'shortOfUsual'> {
  const usual = Math.round(aWeek);
  const short = Math.max(0, preordered - forecast - stock);
  const ofUsual = Math.max(0, Math.max(usual, preordered) - forecast - stock);
  return { usual, short, shortOfUsual: ofUsual - short };
}

/** How a week's shortage of a variety comes about, and the days whose sales are its usual week; null where there is none. */
export async function shortageOf(
  tx: Tx,
  now: Date,
  { variety, week }: { variety?: string | undefined; week?: Date | undefined },
): Promise<{ ahead: VarietyAhead; usual: DaysSeen; names: VarietyNames } | null> {
  if (variety === undefined || week === undefined) return null;
  const weeks = await shortAhead(tx, now);
  const ahead = weeks.find(({ varietyCode, monday }) => varietyCode === variety && +monday === +week);
  const select = { nameVi: true, nameEn: true, nameZh: true } as const;
  const names = await tx.variety.findUnique({ where: { code: variety }, select });
  return ahead && names ? { ahead, usual: usualDays(now), names } : null;
}

type VarietyNames = { nameVi: string; nameEn: string; nameZh: string | null };
