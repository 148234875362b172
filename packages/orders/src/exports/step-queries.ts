import { Prisma } from '@baunghe/db';

/** Rows of one kind of event: what of which lot happened on which day, for which order, and by which record. */
type StepQuery = (from: string, to: string) => Prisma.Sql;

const inDays = (column: Prisma.Sql, from: string, to: string) =>
  Prisma.sql`${column} >= ${from}::date::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'
    AND ${column} < (${to}::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'`;

const dayOf = (column: Prisma.Sql) => Prisma.sql`(${column} AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;

/** Fruit cut, a lot a harvest; those taken back as a mistake are none. */
const harvesting: StepQuery = (from, to) => Prisma.sql`
  SELECT 'harvesting' AS step, h."cutOn" AS day, l."id" AS "lotId", NULL::text AS "usedLotId", NULL::bigint AS "usedGrams",
    h."grams"::bigint AS grams, 0::bigint AS boxes, NULL::numeric AS celsius, NULL::text AS "orderId",
    'harvest record' AS "referenceType", h."id" AS reference
  FROM "harvest" h JOIN "lot" l ON l."harvestId" = h."id" AND NOT l."graded"
  WHERE h."cutOn" BETWEEN ${from}::date AND ${to}::date
    AND NOT EXISTS (SELECT FROM "harvest_undone" u WHERE u."harvestId" = h."id")`;

/**
 * Lots that lay in the cool: each reading of a thermometer beside a lot is the record of it. The quantity is what the
 * ledger had of the lot then. Fruit is packed within weeks of being cut, so that only lots of that time are looked at.
 */
const cooling: StepQuery = (from, to) => Prisma.sql`
  SELECT 'cooling', ${dayOf(Prisma.sql`e."eventTime"`)}, l."id", NULL, NULL,
    (SELECT coalesce(sum(m."grams"), 0) FROM "stock_move" m WHERE m."lotId" = l."id" AND m."at" <= e."eventTime"), 0,
    (jsonb_path_query_first(e."body", '$.sensorElementList[*].sensorReport[*].value') #>> '{}')::numeric, NULL,
    'temperature record', e."id"
  FROM "lot" l JOIN "trace_about" a ON a."subject" = 'lot' AND a."subjectId" = l."id"
  JOIN "trace_event" e ON e."id" = a."eventId" AND e."bizStep" = 'sensor_reporting'
  WHERE l."cutOn" BETWEEN ${from}::date - 90 AND ${to}::date AND ${inDays(Prisma.sql`e."eventTime"`, from, to)}
    AND NOT EXISTS (SELECT FROM "trace_correction" c WHERE c."eventId" = e."id" OR c."declarationId" = e."id")`;

/** Sorting, in which fruit of one lot code goes on under others: a row a new lot. */
const transformation: StepQuery = (from, to) => Prisma.sql`
  SELECT 'transformation', ${dayOf(Prisma.sql`d."at"`)}, g."lotId", g."parentId",
    -(SELECT sum(m."grams") FROM "stock_move" m WHERE m."gradingId" = d."id" AND m."lotId" = g."parentId"),
    (SELECT sum(m."grams") FROM "stock_move" m WHERE m."gradingId" = d."id" AND m."lotId" = g."lotId"), 0,
    NULL, NULL, 'sorting record', d."id"
  FROM "grading" d JOIN "graded_lot" g ON g."gradingId" = d."id" WHERE ${inDays(Prisma.sql`d."at"`, from, to)}`;

/** Boxes of a lot packed on a day; opened ones are none. */
const packing: StepQuery = (from, to) => Prisma.sql`
  SELECT 'initial_packing', ${dayOf(Prisma.sql`b."packedAt"`)}, b."lotId", NULL, NULL, sum(b."grams"), count(*), NULL, NULL,
    'packing record', min(b."id")
  FROM "box" b WHERE ${inDays(Prisma.sql`b."packedAt"`, from, to)}
    AND NOT EXISTS (SELECT FROM "box_unpacking" u WHERE u."boxId" = b."id")
  GROUP BY 2, b."lotId"`;

/** Boxes of a lot that left in one load. */
const shipping: StepQuery = (from, to) => Prisma.sql`
  SELECT 'shipping', ${dayOf(Prisma.sql`s."shippedAt"`)}, b."lotId", NULL, NULL, sum(b."grams"), count(*), NULL,
    o."id", CASE WHEN s."sscc" IS NULL THEN 'order' ELSE 'SSCC' END, coalesce(s."sscc", o."code")
  FROM "shipment" s JOIN "order" o ON o."id" = s."orderId" JOIN "box" b ON b."orderId" = o."id"
  WHERE ${inDays(Prisma.sql`s."shippedAt"`, from, to)}
    AND NOT EXISTS (SELECT FROM "box_unpacking" u WHERE u."boxId" = b."id")
  GROUP BY 2, b."lotId", s."sscc", o."id"`;

/** Boxes that came back; harvested fruit comes in with the record of initial packing, as the rule has it. */
const receiving: StepQuery = (from, to) => Prisma.sql`
  SELECT 'receiving', ${dayOf(Prisma.sql`r."at"`)}, b."lotId", NULL, NULL, r."grams", 1, NULL, o."id",
    'return record', r."id"
  FROM "box_return" r JOIN "box" b ON b."id" = r."boxId" JOIN "order" o ON o."id" = b."orderId"
  WHERE ${inDays(Prisma.sql`r."at"`, from, to)}`;

/** One for each critical tracking event; their columns are those of the first. */
export const STEP_QUERIES: readonly StepQuery[] = [
  harvesting,
  cooling,
  transformation,
  packing,
  shipping,
  receiving,
];
