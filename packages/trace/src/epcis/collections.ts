import { ok, Prisma, type Result, type Tx } from '@baunghe/db';
import { GS1_CONTEXT } from './context.ts';
import { type EpcisFailure, refuse } from './failure.ts';
import type { ValueKind } from './index-event.ts';
import type { Json, JsonObject } from './json.ts';
import { pageToken, readPageToken } from './page-token.ts';
import { listedFor, type Reader, seenBy } from './reader.ts';
import { bareWord } from './terms.ts';

const STANDARD_TYPES = [
  'AggregationEvent',
  'AssociationEvent',
  'ObjectEvent',
  'TransactionEvent',
  'TransformationEvent',
];

/** A page of a list, and where the next one begins. */
export interface ListPage<T> {
  members: T[];
  next: { token: string; expires: Date } | null;
}

/** Which page of a list. */
export interface ListAsked {
  perPage: number;
  nextPageToken: string | null;
  now: Date;
}

/** What a top-level resource lists for a reader, in the order of its bytes (EPCIS 2.0, 12.3); our boxes for the office. */
export async function valuesOfKind(
  tx: Tx,
  reader: Reader,
  kind: ValueKind,
  asked: ListAsked,
): Promise<Result<ListPage<string>, EpcisFailure>> {
  const after = startOf(asked, kind);
  if (after === undefined) return badToken();
  const rows = await tx.$queryRaw<{ value: string }[]>`
    SELECT DISTINCT "value" FROM "epcis_value"
    WHERE "kind" = ${kind} AND ${listedFor(reader)} AND "value" > ${after}
      AND NOT ("kind" = 'eventTypes' AND "value" = ANY(${STANDARD_TYPES}))
    ORDER BY "value" LIMIT ${asked.perPage + 1}`;
  const page = pageOf(
    rows.map(({ value }) => value),
    (value) => value,
    asked,
    kind,
  );
  const first = kind === 'eventTypes' && after === '';
  return ok(first ? { ...page, members: [...STANDARD_TYPES, ...page.members] } : page);
}

/** Whether a top-level resource holds a value for a reader; the standard's event types always. */
export async function holdsValue(tx: Tx, reader: Reader, kind: ValueKind, value: string): Promise<boolean> {
  if (kind === 'eventTypes' && STANDARD_TYPES.includes(value)) return true;
  if (value.includes('\0')) return false;
  const [row] = await tx.$queryRaw<{ held: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "epcis_value"
      WHERE "kind" = ${kind} AND "value" = ${bareWord(value)} AND ${seenBy(reader, Prisma.sql`"owner"`)}) AS "held"`;
  return row?.held === true;
}

/** The document of a collection (EPCIS 2.0, 12.3). */
export function collection(member: Json[]): JsonObject {
  return { '@context': GS1_CONTEXT, type: 'Collection', member };
}

/** What comes after a page's token: its text, empty for the first page, undefined when the token is no good. */
export function startOf({ nextPageToken, now }: ListAsked, list: string): string | undefined {
  if (nextPageToken === null) return '';
  return readPageToken(nextPageToken, list, now)?.after;
}

/** Cuts a page out of rows of which one more was read than the page holds. */
export function pageOf<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
  { perPage, now }: ListAsked,
  list: string,
): ListPage<T> {
  const members = rows.slice(0, perPage);
  const last = members.at(-1);
  if (rows.length <= perPage || last === undefined) return { members, next: null };
  return { members, next: pageToken({ after: keyOf(last), position: '0', left: null }, list, now) };
}

/** Refuses a page's token. */
export function badToken() {
  return refuse('query_parameter', 'nextPageToken: is of another list or has expired');
}
