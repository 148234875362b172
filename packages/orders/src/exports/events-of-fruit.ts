import type { Tx } from '@baunghe/db';

/** Which events a document is to hold: of fruit cut on a plot in some days, or of all that happened in them. */
export interface EventsAsked {
  /** Null: all plots, by the day of the event instead of the day of the harvest. */
  plotCode: string | null;
  from: string;
  to: string;
}

/**
 * The ids of our own events that are asked for, in the order in which they happened, at most `most`: of a plot all that
 * ever happened to what was cut there in those days, its harvests, lots and boxes; else what happened in those days.
 */
export async function eventsOfFruit(
  tx: Tx,
  { plotCode, from, to }: EventsAsked,
  most: number,
): Promise<string[]> {
  const rows =
    plotCode === null
      ? await tx.$queryRaw<{ id: string }[]>`
        SELECT e."traceEventId" AS id FROM "epcis_event" e
        WHERE e."owner" = 'own' AND e."eventTime" >= ${from}::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
          AND e."eventTime" < (${to}::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
        ORDER BY e."eventTime", e."position" LIMIT ${most}`
      : await tx.$queryRaw<{ id: string }[]>`
        WITH cut AS (
          SELECT h."id" FROM "harvest" h JOIN "plot" p ON p."id" = h."plotId"
          WHERE p."code" = ${plotCode} AND h."cutOn" BETWEEN ${from}::date AND ${to}::date
        ), lots AS (SELECT l."id" FROM "lot" l JOIN cut ON l."harvestId" = cut."id"
        ), named AS (
          SELECT 'harvest'::"TraceSubject" AS subject, "id" FROM cut UNION ALL SELECT 'lot', "id" FROM lots
          UNION ALL SELECT 'box', b."id" FROM "box" b JOIN lots ON b."lotId" = lots."id"
        )
        SELECT e."id" FROM "trace_event" e WHERE e."id" IN (
          SELECT a."eventId" FROM named n JOIN "trace_about" a ON a."subject" = n.subject AND a."subjectId" = n."id")
        ORDER BY e."eventTime", e."position" LIMIT ${most}`;
  return rows.map(({ id }) => id);
}
