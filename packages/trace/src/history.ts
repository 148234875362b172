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
 * which they happened. Events of other boxes from the same lot are left out.
 */
export async function historyOfBox(
  tx: Tx,
  box: { boxId: string; harvestId: string },
): Promise<RecordedEvent[]> {
  return eventsAbout(tx, [
    { subject: 'box', id: box.boxId },
    { subject: 'harvest', id: box.harvestId },
  ]);
}

/** The events of any of the given records, each once, in the order in which they happened. */
export async function eventsAbout(tx: Tx, about: readonly About[]): Promise<RecordedEvent[]> {
  const events = await tx.traceEvent.findMany({
    where: { about: { some: { OR: about.map(({ subject, id }) => ({ subject, subjectId: id })) } } },
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
