import type { Moment, Prisma, Tx } from '@baunghe/db';
import type { TraceEventBody } from './event.ts';

/** A record that an event speaks of. */
export interface About {
  subject: 'harvest' | 'lot' | 'box' | 'order';
  id: string;
}

/** Writes an event, once and for good, with the records it is about. Returns its EPCIS eventID. */
export async function recordEvent(
  tx: Tx,
  moment: Moment,
  body: TraceEventBody,
  about: readonly About[],
): Promise<string> {
  await tx.traceEvent.create({
    data: {
      id: body.eventID,
      type: body.type,
      bizStep: body.bizStep,
      eventTime: new Date(body.eventTime),
      recordedAt: moment.now,
      body: body as unknown as Prisma.InputJsonObject,
    },
  });
  await tx.traceAbout.createMany({
    data: about.map(({ subject, id }) => ({ subject, subjectId: id, eventId: body.eventID })),
  });
  return body.eventID;
}

/** A fresh eventID: a version 4 UUID as a URN (EPCIS 2.0, 7.4.1.1). */
export function newEventId(moment: Moment): string {
  const bytes = Uint8Array.from(moment.random(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
