import { classOfBoxEpc } from '@baunghe/gs1';
import { type JsonObject, type RandomSalt, type SaltedLeaf, saltLeaf } from '@baunghe/proof';
import type { TraceEventBody } from './event.ts';

/** Whoever has the hash of a photo has its address. */
const PHOTO = 'baunghe:photo';

/**
 * What the log keeps of an event: its EPCIS JSON with the time at which it was recorded (`recordTime`, EPCIS 2.0,
 * 7.4.1.1), in the one form that RFC 8785 gives it, without what opens a box's page or its photo to anyone: of box EPCs
 * and of the photo it holds salted hashes. The disclosures stay here.
 */
export function logEntry(
  { body, recordedAt }: { body: TraceEventBody; recordedAt: Date },
  random: RandomSalt,
): SaltedLeaf {
  const event = { ...body, recordTime: recordedAt.toISOString() } as unknown as JsonObject;
  const leaf = saltLeaf(event, hiddenIn(event), random);
  if (!leaf.ok) throw new Error(`event ${body.eventID} cannot be logged: ${leaf.error.code}`);
  return leaf.value;
}

/** Where an event names boxes by their serial numbers, and its photo: JSON Pointers (RFC 6901). */
function hiddenIn(value: unknown, at = ''): string[] {
  if (typeof value === 'string') return classOfBoxEpc(value) === null ? [] : [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const place = `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    return name === PHOTO ? [place] : hiddenIn(inner, place);
  });
}
