import { z } from 'zod/mini';
import { hrefIn } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { dayIsByClock, type Entry } from './entry';
import type { Sent } from './send-entries';

/** The door that entries are sent to. */
const ENTRIES_DOOR = '/office/outbox/send';

/** Long enough for a photo over a weak signal. */
const PATIENCE_MS = 90_000;

const problem = z.object({
  status: z.number(),
  above: z.nullable(z.string()),
  beside: z.record(z.string(), z.string()),
});

/** What the door answers; `ahead`: by how much the phone's clock is ahead of the cooperative's, in milliseconds. */
const answers = z.discriminatedUnion('state', [
  z.object({ state: z.literal('sent'), to: z.string(), at: z.string(), ahead: z.number() }),
  z.object({ state: z.literal('refused'), problem, answer: z.unknown(), ahead: z.number() }),
  z.object({ state: z.literal('signed_out') }),
]);

export type DoorAnswer = z.infer<typeof answers>;

/** What the door said, whole, or that there was no answer; `stumbled`: the server itself failed at this very entry. */
export type Posted = DoorAnswer | { state: 'away'; stumbled?: true };

/** Sends one entry. `phoneNow` is the phone's clock at the sending, which the cooperative compares with its own. */
export async function postEntry(entry: Entry, phoneNow: number): Promise<Posted> {
  const form = new FormData();
  for (const [name, value] of entry.fields) form.append(name, value);
  form.set('key', entry.id);
  const about = new URLSearchParams({
    kind: entry.kind,
    owner: entry.owner,
    key: entry.id,
    phoneNow: String(phoneNow),
    believedAhead: String(entry.believedAhead),
    savedAt: String(entry.savedAt),
    ...(entry.of === undefined ? {} : { of: entry.of }),
    ...(dayIsByClock(entry) ? { dayByClock: '1' } : {}),
  });
  try {
    const response = await fetch(`${hrefIn(entry.lang, ENTRIES_DOOR)}?${about}`, {
      method: 'POST',
      body: form,
      headers: { Accept: 'application/json' },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (response.status === 500) return { state: 'away', stumbled: true };
    if (response.status === 413) return tooLarge(entry);
    if (response.status >= 500 || response.status === 429 || response.status === 408)
      return { state: 'away' };
    return answers.parse(await response.json());
  } catch {
    return { state: 'away' };
  }
}

/** What a server on the way does not let through will never come through. */
const tooLarge = ({ lang }: Entry): DoorAnswer => {
  const above = m.offline_not_taken({}, { locale: lang });
  return { state: 'refused', problem: { status: 413, above, beside: {} }, answer: null, ahead: 0 };
};

/** The same as the queue keeps it: of a refusal its sentences. */
export function asSent(posted: Posted): Sent {
  if (posted.state !== 'refused') return posted;
  const { status, above, beside } = posted.problem;
  return {
    state: 'refused',
    because: { status, words: [...(above ? [above] : []), ...Object.values(beside)] },
  };
}
