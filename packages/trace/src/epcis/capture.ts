import { isDeepStrictEqual } from 'node:util';
import { type Moment, newId, ok, type Prisma, type Result, type Tx } from '@baunghe/db';
import { prefixesOf } from './context.ts';
import { type EpcisFailure, refuse } from './failure.ts';
import { type EventRow, eventRow, OWN, writeRows } from './index-event.ts';
import { instant } from './instants.ts';
import { isObject, type Json, type JsonObject, pointer, unstorable } from './json.ts';
import { hashIdOf } from './name-event.ts';
import { indexOf } from './terms.ts';
import { faultsOf, faultsOfEvent, takeApart } from './validate.ts';

/** Events that one document may hold (`GS1-EPCIS-Capture-Limit`). */
export const MOST_EVENTS = 10_000;

const MOST_TERMS = 20_000;
const LONGEST_ID = 1_000;
const EVENTS_BETWEEN_PAUSES = 200;

/** What becomes of a document with faults in some of its events (EPCIS 2.0, 12.6.1). */
export type ErrorBehaviour = 'proceed' | 'rollback';

/** One event that was not kept, as a problem of RFC 7807. */
export interface CaptureError {
  type: string;
  title: string;
  detail: string;
}

/** A document on its way in: who sends it, and what is to happen on an error. */
export interface Captured {
  document: Json;
  owner: string;
  errorBehaviour: ErrorBehaviour;
}

/** One event, ready to be kept. `byHash`: it came without eventID and is named by what it says. */
interface CheckedEvent {
  at: string;
  row: EventRow;
  byHash: boolean;
}

/** The document read and checked, before the database has seen it. */
export interface CheckedDocument {
  owner: string;
  errorBehaviour: ErrorBehaviour;
  envelope: JsonObject;
  rows: CheckedEvent[];
  errors: CaptureError[];
}

/**
 * Reads and checks an EPCISDocument or EPCISQueryDocument. Under `rollback` one faulty event refuses the document; under
 * `proceed` it becomes an error of the job. Pauses now and then, so that a large document keeps nobody waiting.
 */
export async function checkDocument({
  document,
  owner,
  errorBehaviour,
}: Captured): Promise<Result<CheckedDocument, EpcisFailure>> {
  const parts = takeApart(document);
  if (!parts)
    return refuse('validation', '/ must be an EPCISDocument or EPCISQueryDocument with its eventList');
  const { events, at, envelope } = parts;
  if (events.length > MOST_EVENTS)
    return refuse('capture_limit', `${at} holds more than ${MOST_EVENTS} events`);
  const outside = unstorable(envelope) ?? faultsOf(envelope).join('; ');
  if (outside) return refuse('validation', outside);
  const checked: CheckedDocument = { owner, errorBehaviour, envelope, rows: [], errors: [] };
  const context = envelope['@context'] ?? null;
  for (const [number, event] of events.entries()) {
    if (number % EVENTS_BETWEEN_PAUSES === EVENTS_BETWEEN_PAUSES - 1) await new Promise(setImmediate);
    const place = at + pointer([number]);
    const read = await checkEvent(event, place, context, owner);
    if (read.ok) checked.rows.push(read.value);
    else if (errorBehaviour === 'rollback') return read;
    else checked.errors.push(problem('ValidationException', read.error.detail));
  }
  return ok(checked);
}

/** Reads and checks one event that carries its own context. */
export async function checkLoneEvent({
  document,
  owner,
}: Omit<Captured, 'errorBehaviour'>): Promise<Result<CheckedDocument, EpcisFailure>> {
  if (!isObject(document) || takeApart(document)) return refuse('validation', '/ must be one event');
  const faults = unstorable(document) ?? faultsOf(document).join('; ');
  if (faults) return refuse('validation', faults);
  const { '@context': context = null, ...event } = document;
  const read = await checkEvent(event, '', context, owner);
  if (!read.ok) return read;
  const envelope = { '@context': context };
  return ok({ owner, errorBehaviour: 'rollback', envelope, rows: [{ ...read.value, at: '/' }], errors: [] });
}

async function checkEvent(
  event: Json,
  at: string,
  context: Json,
  owner: string,
): Promise<Result<CheckedEvent, EpcisFailure>> {
  const faults = unstorable(event, at) ?? faultsOfEvent(event, at).join('; ');
  if (faults) return refuse('validation', faults);
  if (!isObject(event)) return refuse('validation', `${at} must be an event`);
  if (!instant(String(event.eventTime)))
    return refuse('validation', `${at}/eventTime is outside the calendar`);
  const declared = isObject(event.errorDeclaration) ? event.errorDeclaration.declarationTime : null;
  if (typeof declared === 'string' && !instant(declared)) {
    return refuse('validation', `${at}/errorDeclaration/declarationTime is outside the calendar`);
  }
  const prefixes = { ...prefixesOf(context), ...(event['@context'] ? prefixesOf(event['@context']) : {}) };
  const byHash = typeof event.eventID !== 'string';
  const eventId = byHash ? await hashIdOf(event, prefixes) : String(event.eventID);
  const indexed = indexOf(event, prefixes);
  if (indexed.terms.length > MOST_TERMS)
    return refuse('validation', `${at} holds more than ${MOST_TERMS} values`);
  const row = eventRow(event, eventId, indexed);
  const long = [eventId, ...row.values.map(({ value }) => value)].find((value) => value.length > LONGEST_ID);
  if (long) return refuse('validation', `${at} holds an id longer than ${LONGEST_ID} characters`);
  const body = { ...event, eventID: eventId };
  const whole = { ...row, body, owner, recordTime: '', traceEventId: null, captureId: null };
  return ok({ at, row: whole, byHash });
}

/** What came of a document. */
export interface Kept {
  captureId: string;
  success: boolean;
  errors: CaptureError[];
  /** The eventIDs that were written now; those that were there before are left out. */
  written: string[];
}

/**
 * Keeps a checked document: its envelope, its events and how it went, in one transaction. An event that is there
 * already, word for word or by its hash, is not written again and is no error; one that contradicts what is there under
 * its eventID is.
 */
export async function keepDocument(tx: Tx, moment: Moment, checked: CheckedDocument): Promise<Kept> {
  const { owner, envelope, errorBehaviour } = checked;
  // One document after the other: two that hold the same events must not pass each other unseen.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('epcis_capture'))`;
  const { fresh, contradictions } = await compare(tx, checked);
  const errors = [...checked.errors, ...contradictions];
  const kept = errors.length > 0 && errorBehaviour === 'rollback' ? [] : fresh;
  const captureId = newId('cap', moment);
  const success = errors.length === 0;
  await tx.captureJob.create({
    data: {
      id: captureId,
      owner,
      createdAt: moment.now,
      finishedAt: moment.now,
      errorBehaviour,
      success,
      errors: errors as unknown as Prisma.InputJsonArray,
      envelope: envelope as Prisma.InputJsonObject,
    },
  });
  const recordTime = moment.now.toISOString();
  await writeRows(
    tx,
    kept.map((row) => ({ ...row, recordTime, captureId })),
  );
  return { captureId, success, errors, written: kept.map(({ eventId }) => eventId) };
}

async function compare(
  tx: Tx,
  { rows, owner }: CheckedDocument,
): Promise<{ fresh: EventRow[]; contradictions: CaptureError[] }> {
  const known = await knownEvents(
    tx,
    owner,
    rows.map(({ row }) => row.eventId),
  );
  const fresh: EventRow[] = [];
  const contradictions: CaptureError[] = [];
  for (const { at, row, byHash } of rows) {
    const key = `${row.eventId} ${row.declaredAt}`;
    const before = known.get(key);
    if (before === undefined) {
      known.set(key, row.body);
      fresh.push(row);
    } else if (!byHash && !sameEvent(before, row.body)) {
      contradictions.push(
        problem('ResourceAlreadyExistsException', `${at} differs from the event kept as ${row.eventId}`),
      );
    }
  }
  return { fresh, contradictions };
}

async function knownEvents(tx: Tx, owner: string, eventIds: readonly string[]): Promise<Map<string, Json>> {
  const known = await tx.$queryRaw<{ key: string; body: Json }[]>`
    SELECT e."eventId" || ' ' || e."declaredAt" AS "key", COALESCE(e."body", t."body") AS "body"
    FROM "epcis_event" e LEFT JOIN "trace_event" t ON t."id" = e."traceEventId"
    WHERE e."eventId" = ANY(${[...eventIds]}) AND e."owner" = ANY(${[owner, OWN]})`;
  return new Map(known.map(({ key, body }) => [key, body]));
}

/** `recordTime` is the repository's own to say, so it makes no event another. */
function sameEvent(one: Json, other: Json): boolean {
  const told = (event: Json) => (isObject(event) ? { ...event, recordTime: null } : event);
  return isDeepStrictEqual(told(one), told(other));
}

function problem(exception: string, detail: string): CaptureError {
  const titles: Record<string, string> = {
    ValidationException: 'The event is not valid',
    ResourceAlreadyExistsException: 'Another event with this eventID is kept already',
  };
  return { type: `epcisException:${exception}`, title: titles[exception] ?? exception, detail };
}
