import { fail, type Moment, ok, type Result, type Tx } from '@baunghe/db';
import type { ErrorDeclaration, TraceEventBody } from './event.ts';
import { newEventId, recordEvent } from './record-event.ts';

/** What was wrong with an event of ours, and the events that tell it rightly. */
export interface Correction {
  eventId: string;
  reason: ErrorDeclaration['reason'];
  correctedBy: readonly string[];
}

/**
 * Declares an event wrong: a further event, equal to the wrong one and with its eventID, that carries an error
 * declaration (EPCIS 2.0, 7.4.1.2). Nothing that was recorded is changed. Returns the id of the new row.
 */
export async function recordCorrection(
  tx: Tx,
  moment: Moment,
  { eventId, reason, correctedBy }: Correction,
): Promise<Result<string, { code: 'event_unknown' }>> {
  const wrong = await tx.traceEvent.findUnique({ where: { id: eventId }, include: { about: true } });
  const body = wrong?.body as unknown as TraceEventBody | undefined;
  if (!wrong || !body || body.errorDeclaration) return fail({ code: 'event_unknown' });
  const errorDeclaration = {
    declarationTime: moment.now.toISOString(),
    reason,
    ...(correctedBy.length > 0 ? { correctiveEventIDs: [...correctedBy] } : {}),
  };
  const about = wrong.about.map(({ subject, subjectId }) => ({ subject, id: subjectId }));
  return ok(await recordEvent(tx, moment, newEventId(moment), { ...body, errorDeclaration }, about));
}
