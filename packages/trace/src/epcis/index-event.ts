import type { Tx } from '@baunghe/db';
import { GS1_PREFIXES } from './context.ts';
import { instant } from './instants.ts';
import { isObject, type Json, type JsonObject, listOf } from './json.ts';
import { bareWord, type Indexed, indexOf } from './terms.ts';

/** Whose the cooperative's own events are: anyone may read them. */
export const OWN = 'own';

/** An event as the index takes it. */
export interface EventRow extends Indexed {
  owner: string;
  eventId: string;
  declaredAt: string;
  eventTime: string;
  recordTime: string;
  body: Json;
  traceEventId: string | null;
  captureId: string | null;
  values: { kind: ValueKind; value: string }[];
}

/** What a top-level resource lists (EPCIS 2.0, 12.3). */
export type ValueKind = 'bizLocations' | 'bizSteps' | 'dispositions' | 'epcs' | 'eventTypes' | 'readPoints';

const ROWS_AT_ONCE = 500;

/** Makes our own events findable, in the transaction that writes them. */
export async function indexOwnEvents(
  tx: Tx,
  events: readonly { id: string; recordedAt: Date; body: object }[],
): Promise<void> {
  const rows = events.map(({ id, recordedAt, body }) => {
    const event = body as JsonObject;
    return {
      ...eventRow(event, String(event.eventID), indexOf(event, GS1_PREFIXES)),
      owner: OWN,
      recordTime: recordedAt.toISOString(),
      body: null,
      traceEventId: id,
      captureId: null,
    };
  });
  await writeRows(tx, rows);
}

/** What the index keeps of a valid event, whoever's it is. */
export function eventRow(event: JsonObject, eventId: string, indexed: Indexed) {
  const declared = isObject(event.errorDeclaration) ? event.errorDeclaration.declarationTime : null;
  const declaredMs = typeof declared === 'string' ? instant(declared)?.ms : undefined;
  return {
    ...indexed,
    eventId,
    declaredAt: declaredMs === undefined ? '' : new Date(declaredMs).toISOString(),
    eventTime: instant(String(event.eventTime))?.text ?? String(event.eventTime),
    values: valuesOf(event),
  };
}

function valuesOf(event: JsonObject): EventRow['values'] {
  const { readPoint, bizLocation } = event;
  const epcs = ['epcList', 'childEPCs', 'parentID', 'inputEPCList', 'outputEPCList'].flatMap((field) =>
    listOf(event[field]),
  );
  const found: [ValueKind, Json | undefined][] = [
    ['eventTypes', event.type],
    ['bizSteps', event.bizStep],
    ['dispositions', event.disposition],
    ['readPoints', isObject(readPoint) ? readPoint.id : undefined],
    ['bizLocations', isObject(bizLocation) ? bizLocation.id : undefined],
    ...epcs.map((epc): [ValueKind, Json] => ['epcs', epc]),
  ];
  return found.flatMap(([kind, value]) =>
    typeof value === 'string' ? [{ kind, value: bareWord(value) }] : [],
  );
}

/** Writes rows in the order given. Who calls has seen to it that none is there yet. */
export async function writeRows(tx: Tx, rows: readonly EventRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    const events = JSON.stringify(some.map(({ values: _values, ...row }) => row));
    await tx.$executeRaw`
      INSERT INTO "epcis_event" ("owner", "eventId", "declaredAt", "eventTime", "recordTime", "terms", "numbers", "body",
        "traceEventId", "captureId")
      SELECT r."owner", r."eventId", r."declaredAt", r."eventTime", r."recordTime",
        ARRAY(SELECT jsonb_array_elements_text(r."terms")), r."numbers", NULLIF(r."body", 'null'::jsonb),
        r."traceEventId", r."captureId"
      FROM jsonb_to_recordset(${events}::jsonb) AS r ("owner" text, "eventId" text, "declaredAt" text,
        "eventTime" timestamptz(6), "recordTime" timestamptz(3), "terms" jsonb, "numbers" jsonb, "body" jsonb,
        "traceEventId" text, "captureId" text)`;
    await writeValues(tx, some);
  }
}

/** In one order, so that two transactions that meet new values wait for each other instead of deadlocking. */
async function writeValues(tx: Tx, rows: readonly EventRow[]): Promise<void> {
  const values = rows.flatMap(({ owner, values: found }) => found.map((one) => ({ owner, ...one })));
  await tx.$executeRaw`
    INSERT INTO "epcis_value" ("kind", "owner", "value")
    SELECT DISTINCT r."kind", r."owner", r."value"
    FROM jsonb_to_recordset(${JSON.stringify(values)}::jsonb) AS r ("kind" text, "owner" text, "value" text)
    ORDER BY 1, 2, 3
    ON CONFLICT DO NOTHING`;
}

/** Makes own events findable that were recorded before there was an index. Returns how many. */
export async function indexEarlierEvents(tx: Tx): Promise<number> {
  for (let done = 0; ; ) {
    const missing = await tx.traceEvent.findMany({
      where: { epcis: null },
      orderBy: { position: 'asc' },
      take: ROWS_AT_ONCE,
    });
    if (missing.length === 0) return done;
    await indexOwnEvents(
      tx,
      missing.map(({ id, recordedAt, body }) => ({ id, recordedAt, body: body as object })),
    );
    done += missing.length;
  }
}
