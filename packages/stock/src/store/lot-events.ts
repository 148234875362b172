import type { CorrectionReason, Tx } from '@baunghe/db';
import type { TraceEventBody } from '@baunghe/trace';
import { mayNotHaveOccurred } from './correct-event.ts';

/** An event about a lot, as a manager goes through them. */
export interface LotEvent {
  id: string;
  bizStep: string;
  eventTime: Date;
  /** The weight that it tells of, in grams; null where it tells of none. */
  grams: number | null;
  /** That fruit was written off by it: undone together with it. */
  spoiled: boolean;
  /** Whether it may be said never to have occurred. */
  mayNotHaveOccurred: boolean;
  corrected: { at: Date; reason: CorrectionReason; words: string; byName: string | null } | null;
}

const PARTS = { moves: true, placing: true, inspection: true, correction: true } as const;

/** The events about a lot, the newest first, at most `limit`; what declares one wrong stands with that one. */
export async function lotEvents(tx: Tx, lotId: string, limit: number): Promise<LotEvent[]> {
  const events = await tx.traceEvent.findMany({
    where: { about: { some: { subject: 'lot', subjectId: lotId } }, declares: null },
    include: PARTS,
    orderBy: [{ eventTime: 'desc' }, { position: 'desc' }],
    take: limit,
  });
  const byIds = [...new Set(events.flatMap(({ correction }) => correction?.byUser ?? []))];
  const people = await tx.user.findMany({ where: { id: { in: byIds } }, select: { id: true, name: true } });
  return events.map((event) => ({
    id: event.id,
    bizStep: event.bizStep,
    eventTime: event.eventTime,
    grams: gramsOf(event.body as unknown as TraceEventBody),
    spoiled: event.moves.some(({ kind }) => kind === 'spoil'),
    mayNotHaveOccurred: mayNotHaveOccurred(event),
    corrected: event.correction && {
      at: event.correction.at,
      reason: event.correction.reason,
      words: event.correction.words,
      byName: people.find(({ id }) => id === event.correction?.byUser)?.name ?? null,
    },
  }));
}

function gramsOf(body: TraceEventBody): number | null {
  const [first] =
    body.type === 'TransformationEvent'
      ? (body.inputQuantityList ?? [])
      : body.type === 'ObjectEvent'
        ? (body.quantityList ?? [])
        : [];
  return first && 'quantity' in first ? Math.round(first.quantity * 1000) : null;
}
