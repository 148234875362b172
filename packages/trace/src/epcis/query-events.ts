import { ok, Prisma, type Result, refusalOf, type Tx } from '@baunghe/db';
import { boxesIn, nameOnly } from '../name-only.ts';
import { narrowed } from './conditions.ts';
import { beyondGs1, commonContext, GS1_CONTEXT } from './context.ts';
import { type EpcisFailure, refuse } from './failure.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { type PagePlace, pageToken, readPageToken } from './page-token.ts';
import type { EventQuery } from './query-parameters.ts';
import { namedTo, type Reader } from './reader.ts';

/** Events that a page holds unless asked otherwise, and at most. */
export const PER_PAGE = { usual: 30, most: 1_000 };

const LONGEST_MS = 5_000;

/** A page of what was found, as the standard's query document, and where the next one begins. */
export interface EventPage {
  document: JsonObject;
  /** How many events it holds. */
  events: number;
  next: { token: string; expires: Date } | null;
}

/** Which page of what to give to whom. */
export interface Asked {
  reader: Reader;
  query: EventQuery;
  /** The query as it was asked, which its page tokens hold to. */
  asked: string;
  queryName: string;
  perPage: number;
  nextPageToken: string | null;
  ownNamespace: string;
  now: Date;
}

interface FoundRow {
  position: bigint;
  place: string;
  recordTime: Date;
  body: Json;
  context: Json;
  own: boolean;
}

/**
 * One page of the events that a query finds, as an EPCISQueryDocument. Pages follow each other by the place of their last
 * row, so a late page costs what the first did. Failures: too many for `maxEventCount`, longer than 5 s, a bad token.
 */
export async function queryEvents(tx: Tx, asked: Asked): Promise<Result<EventPage, EpcisFailure>> {
  const { query, now, nextPageToken } = asked;
  const place = nextPageToken === null ? null : readPageToken(nextPageToken, asked.asked, now);
  if (nextPageToken !== null && !place) {
    return badToken;
  }
  try {
    await tx.$executeRaw`SELECT set_config('statement_timeout', ${String(LONGEST_MS)}, true)`;
    const { maxEventCount } = query;
    const condition = await narrowed(tx, asked.reader, query);
    if (
      maxEventCount !== null &&
      !place &&
      (await countTo(tx, condition, maxEventCount + 1)) > maxEventCount
    ) {
      return refuse('query_too_large', `more than ${maxEventCount} events match`);
    }
    return ok(await onePage(tx, asked, condition, place));
  } catch (error) {
    const sqlState = refusalOf(error)?.sqlState;
    if (place && (sqlState === '22007' || sqlState === '22008')) return badToken;
    if (sqlState !== '57014') throw error;
    return refuse('query_too_complex', `the answer was not found within ${LONGEST_MS / 1000} seconds`);
  }
}

const badToken = refuse('query_parameter', 'nextPageToken: is of another query or has expired');

async function onePage(
  tx: Tx,
  asked: Asked,
  condition: Prisma.Sql,
  place: PagePlace | null,
): Promise<EventPage> {
  const { query, perPage, queryName, now, ownNamespace } = asked;
  const left = place ? place.left : query.eventCountLimit;
  const wanted = left === null ? perPage : Math.min(perPage, left);
  const rows = await findRows(tx, query, condition, place, wanted + 1);
  const shown = await asTold(tx, asked, rows.slice(0, wanted));
  const last = shown.at(-1);
  const leftAfter = left === null ? null : left - shown.length;
  const more = rows.length > wanted && leftAfter !== 0 && last;
  return {
    events: shown.length,
    document: queryDocument(shown, { queryName, now, ownNamespace }),
    next: more
      ? pageToken({ after: last.place, position: String(last.position), left: leftAfter }, asked.asked, now)
      : null,
  };
}

function findRows(
  tx: Tx,
  query: EventQuery,
  condition: Prisma.Sql,
  place: PagePlace | null,
  limit: number,
): Promise<FoundRow[]> {
  const column = query.orderBy === 'eventTime' ? Prisma.sql`e."eventTime"` : Prisma.sql`e."recordTime"`;
  const rising = query.direction === 'ASC';
  const direction = rising ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const beyond = place
    ? Prisma.sql`AND (${column}, e."position") ${rising ? Prisma.sql`>` : Prisma.sql`<`}
        (${place.after}::timestamptz, ${place.position}::bigint)`
    : Prisma.empty;
  return tx.$queryRaw<FoundRow[]>`
    SELECT e."position", ${column}::text AS "place", e."recordTime", COALESCE(e."body", t."body") AS "body",
      j."envelope" -> '@context' AS "context", e."traceEventId" IS NOT NULL AS "own"
    FROM "epcis_event" e
    LEFT JOIN "trace_event" t ON t."id" = e."traceEventId"
    LEFT JOIN "capture_job" j ON j."id" = e."captureId"
    WHERE ${condition} ${beyond}
    ORDER BY ${column} ${direction}, e."position" ${direction}
    LIMIT ${limit}`;
}

/** Our own events with no other boxes named than the reader may know; others' as they came. */
async function asTold(tx: Tx, { reader, query }: Asked, rows: readonly FoundRow[]): Promise<FoundRow[]> {
  if (reader.kind === 'office') return [...rows];
  const isOurs = (row: FoundRow): row is FoundRow & { body: JsonObject } => row.own && isObject(row.body);
  const epcs = rows.filter(isOurs).flatMap(({ body }) => boxesIn(body));
  const named = await namedTo(tx, reader, query.epcs, epcs);
  return rows.map((row) => (isOurs(row) ? { ...row, body: nameOnly(row.body, named) } : row));
}

async function countTo(tx: Tx, condition: Prisma.Sql, most: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ found: bigint }[]>`
    SELECT count(*) AS "found" FROM (
      SELECT 1 FROM "epcis_event" e WHERE ${condition} LIMIT ${most}) AS counted`;
  return Number(row?.found ?? 0);
}

/** The standard's query document (EPCIS 2.0, 9.5) around events as they are kept. */
function queryDocument(
  rows: readonly FoundRow[],
  { queryName, now, ownNamespace }: { queryName: string; now: Date; ownNamespace: string },
): JsonObject {
  const contexts = rows.map(({ own, context }) => (own ? [{ baunghe: ownNamespace }] : beyondGs1(context)));
  const common = commonContext(contexts);
  const eventList = rows.map(({ body, recordTime }, row) => {
    const event = { ...(isObject(body) ? body : {}), recordTime: recordTime.toISOString() };
    const extra = contexts[row] ?? [];
    if (common || extra.length === 0) return event;
    const within: Json | undefined = isObject(body) ? body['@context'] : undefined;
    return { ...event, '@context': [...extra, ...beyondGs1(within)] };
  });
  return {
    '@context': common ?? [GS1_CONTEXT],
    type: 'EPCISQueryDocument',
    schemaVersion: '2.0',
    creationDate: now.toISOString(),
    epcisBody: { queryResults: { queryName, resultsBody: { eventList } } },
  };
}
