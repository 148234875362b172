import { canonical } from '@baunghe/proof';
import type { TraceEventBody } from './event.ts';

/**
 * What the log keeps of an event: its EPCIS JSON with the time at which it was recorded (`recordTime`, EPCIS 2.0,
 * 7.4.1.1), in the one form that RFC 8785 gives it.
 */
export function logEntry(event: { body: TraceEventBody; recordedAt: Date }): string {
  const entry = canonical({ ...event.body, recordTime: event.recordedAt.toISOString() });
  if (!entry.ok) throw new Error(`event ${event.body.eventID} cannot be logged: ${entry.error.code}`);
  return entry.value;
}
