import type { Tx } from '@baunghe/db';
import type { TraceEventBody } from './event.ts';
import type { About } from './record-event.ts';

/** One event as it was recorded. */
export interface RecordedEvent {
  id: string;
  /** Place in the one order of all events. */
  position: number;
  bizStep: string;
  eventTime: Date;
  recordedAt: Date;
  body: TraceEventBody;
}

/**
 * The events of a box from the tree on: the harvest of its lot, its own packing and what followed, in the order in
 * which they happened. Events of other boxes from the same lot are left out. `sortings` are the eventIDs by which its
 * lot was sorted from others.
 */
export async function historyOfBox(
  tx: Tx,
  box: { boxId: string; harvestId: string; sortings?: readonly string[] },
): Promise<RecordedEvent[]> {
  const about = [
    { subject: 'box' as const, id: box.boxId },
    { subject: 'harvest' as const, id: box.harvestId },
  ];
  return eventsAbout(tx, about, box.sortings);
}

/**
 * The events of any of the given records, each once, in the order in which they happened; with them those that `also`
 * names, and what declares these wrong.
 */
export async function eventsAbout(
  tx: Tx,
  about: readonly About[],
  also: readonly string[] = [],
): Promise<RecordedEvent[]> {
  const named = about.map(({ subject, id }) => ({ subject, subjectId: id }));
  const beside = [{ id: { in: [...also] } }, { declares: { eventId: { in: [...also] } } }];
  const events = await tx.traceEvent.findMany({
    where: { OR: [{ about: { some: { OR: named } } }, ...(also.length > 0 ? beside : [])] },
    orderBy: [{ eventTime: 'asc' }, { position: 'asc' }],
  });
  return events.map((event) => ({
    id: event.id,
    position: Number(event.position),
    bizStep: event.bizStep,
    eventTime: event.eventTime,
    recordedAt: event.recordedAt,
    body: event.body as unknown as TraceEventBody,
  }));
}
