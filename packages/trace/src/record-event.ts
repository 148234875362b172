import type { Moment, Prisma, Tx } from '@baunghe/db';
import { indexOwnEvents } from './epcis/index-event.ts';
import type { TraceEventBody } from './event.ts';

/** A record that an event speaks of. */
export interface About {
  subject: 'harvest' | 'lot' | 'box' | 'order';
  id: string;
}

/** What an act says of an event; recordEvent adds the id, the time and the zone. */
export type ActBody<T extends TraceEventBody = TraceEventBody> = T extends TraceEventBody
  ? Omit<T, 'eventID' | 'eventTime' | 'eventTimeZoneOffset'>
  : never;

/** Writes what happened now, as an event of its own, with the records it is about. Returns its EPCIS eventID. */
export async function recordAct(
  tx: Tx,
  moment: Moment,
  act: ActBody,
  about: readonly About[],
): Promise<string> {
  const eventID = newEventId(moment);
  const eventTime = moment.now.toISOString();
  const body: TraceEventBody = { ...act, eventID, eventTime, eventTimeZoneOffset: '+07:00' };
  return recordEvent(tx, moment, eventID, body, about);
}

/**
 * Writes an event, once and for good, with the records it is about. Its row's id is the eventID, save for an error
 * declaration, which has the eventID of the event it speaks of. Returns the row's id.
 */
export async function recordEvent(
  tx: Tx,
  moment: Moment,
  id: string,
  body: TraceEventBody,
  about: readonly About[],
): Promise<string> {
  const json = body as unknown as Prisma.InputJsonObject;
  const eventTime = new Date(body.eventTime);
  await tx.traceEvent.create({
    data: { id, type: body.type, bizStep: body.bizStep, eventTime, recordedAt: moment.now, body: json },
  });
  await tx.traceAbout.createMany({
    data: about.map(({ subject, id: subjectId }) => ({ subject, subjectId, eventId: id })),
  });
  await indexOwnEvents(tx, [{ id, recordedAt: moment.now, body }]);
  return id;
}

/** A fresh eventID: a version 4 UUID as a URN (EPCIS 2.0, 7.4.1.1). */
export function newEventId(moment: Pick<Moment, 'random'>): string {
  const bytes = Uint8Array.from(moment.random(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
