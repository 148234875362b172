import { Prisma, type Tx } from '@baunghe/db';
import { STEP_QUERIES } from './step-queries.ts';

/**
 * A critical tracking event of fruit with its key data elements (21 CFR 1.1325 to 1.1350), one row a lot, load or box
 * that came back. What an event of its kind does not have is null.
 */
export interface TracedStep {
  step: 'harvesting' | 'cooling' | 'transformation' | 'initial_packing' | 'shipping' | 'receiving';
  /** Day in Vietnam, such as 2026-06-12. */
  day: string;
  /** Traceability lot code: the batch code that the lot got at harvest, or when it was sorted. */
  lotCode: string;
  /** Of a transformation: the lot that the fruit was taken from, and how much of it went into the whole sorting. */
  usedLotCode: string | null;
  usedGrams: number | null;
  commodity: string;
  variety: string;
  grade: string;
  grams: number;
  boxes: number;
  plotCode: string;
  plotName: string;
  cutOn: string;
  /** When the fruit came into the packing house, as initial packing asks. */
  receivedOn: string;
  /** The first day on which a thermometer was read beside the lot. */
  cooledOn: string | null;
  /** Of cooling: what the thermometer said. */
  celsius: number | null;
  /** Where fruit was sent or came back from: a province. */
  province: string | null;
  /** Of fruit that went to a business or came back from it, and only where it is to be named. */
  business: TracedBusiness | null;
  referenceType: string;
  reference: string;
}

/**
 * A business that fruit was shipped to, as the rule describes a location: name, telephone, street, ward and province.
 * Consumers are none (21 CFR 1.1310: what is sold to them directly is no shipment), so that none is ever named here.
 */
export interface TracedBusiness {
  name: string;
  /** E.164. */
  phone: string;
  place: string;
}

/** Most rows that one file holds; asked for more, the file is refused and shorter days are to be chosen. */
export const MOST_STEPS = 100_000;

/**
 * What was cut, cooled, sorted, packed, sent and taken back from one day to another, both included; one row past the most.
 * With `names` also to which businesses.
 */
export async function tracedSteps(
  tx: Tx,
  { from, to, names, most = MOST_STEPS }: { from: string; to: string; names: boolean; most?: number },
): Promise<TracedStep[]> {
  const steps = Prisma.join(
    STEP_QUERIES.map((query) => query(from, to)),
    ' UNION ALL ',
  );
  return tx.$queryRaw<TracedStep[]>`
    WITH steps AS (${steps})
    SELECT t.step, t.day::text AS day, l."batch" AS "lotCode", u."batch" AS "usedLotCode", t."usedGrams"::float8 AS "usedGrams",
      v."fruit" AS commodity, v."nameEn" AS variety, l."grade", t.grams::float8 AS grams, t.boxes::int AS boxes,
      p."code" AS "plotCode", p."name" AS "plotName", l."cutOn"::text AS "cutOn",
      (h."recordedAt" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS "receivedOn", c.day::text AS "cooledOn",
      t.celsius::float8 AS celsius, w."nameEn" AS province, ${businessOf(names)} AS business, t."referenceType", t.reference
    FROM steps t JOIN "lot" l ON l."id" = t."lotId" JOIN "variety" v ON v."code" = l."varietyCode"
    JOIN "harvest" h ON h."id" = l."harvestId" JOIN "plot" p ON p."id" = h."plotId"
    LEFT JOIN "lot" u ON u."id" = t."usedLotId"
    LEFT JOIN "order" o ON o."id" = t."orderId"
    LEFT JOIN "province" w ON w."code" = o."provinceCode"
    LEFT JOIN LATERAL (SELECT min((e."eventTime" AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) AS day
      FROM "trace_about" a JOIN "trace_event" e ON e."id" = a."eventId" AND e."bizStep" = 'sensor_reporting'
      WHERE a."subject" = 'lot' AND a."subjectId" = l."id" AND t.step IN ('cooling', 'initial_packing')) c ON true
    ORDER BY t.day, t.step, l."batch", t.reference LIMIT ${most + 1}`;
}

/** A buyer is a business where an invoice is made out to one, or where an importer asked for much fruit. */
function businessOf(names: boolean): Prisma.Sql {
  if (!names) return Prisma.sql`NULL::jsonb`;
  return Prisma.sql`(
    SELECT jsonb_build_object('name', coalesce(i."company", o."buyerName"), 'phone', o."phone",
      'place', concat_ws(', ', nullif(o."street", ''), a."nameVi", w."nameVi"))
    FROM "ward" a LEFT JOIN "order_invoice" i ON i."orderId" = o."id"
    WHERE a."provinceCode" = o."provinceCode" AND a."code" = o."wardCode" AND o."erasedAt" IS NULL
      AND (i."orderId" IS NOT NULL OR EXISTS (SELECT FROM "bulk_acceptance" b JOIN "bulk_request" r ON r."id" = b."requestId"
        WHERE b."orderId" = o."id" AND r."kind" = 'export')))`;
}
