import type { Entry, RefusedBecause } from './entry';
import { changeEntry, type EntryStore, entriesOf } from './entry-store';

/** What became of one sending. `away`: no answer, or one that says to come back later. */
export type Sent =
  | { state: 'sent'; to: string; at: string }
  | { state: 'refused'; because: RefusedBecause }
  | { state: 'signed_out' }
  | { state: 'away'; stumbled?: true };

/** Why sending ended: everything has an answer, the session is over, or there is no signal until `notBefore`. */
export type Ended = { state: 'done' } | { state: 'signed_out' } | { state: 'away'; notBefore: number };

type Sending = {
  store: EntryStore;
  owner: string;
  send: (entry: Entry) => Promise<Sent>;
  now: () => number;
  /** Also those whose next try is not due yet: the signal came back, or a person asks for it. */
  atOnce?: boolean;
};

const FIRST_WAIT_MS = 3_000;
const LONGEST_WAIT_MS = 60_000;

/** How long to wait after so many tries without an answer. */
export const waitAfter = (tries: number): number =>
  Math.min(FIRST_WAIT_MS * 2 ** Math.max(0, tries - 1), LONGEST_WAIT_MS);

/** So often the server may stumble over an entry before those behind it are sent first. */
const MOST_STUMBLES = 5;

const isStuck = ({ stumbles = 0 }: Entry): boolean => stumbles >= MOST_STUMBLES;

/**
 * Sends a user's waiting entries one after the other, in their order. A refused one stays for its owner to decide and
 * does not hold up the others, nor does one that the server stumbles over time and again; without signal or session it
 * ends, and everything waits on.
 */
export async function sendEntries({ store, owner, send, now, atOnce }: Sending): Promise<Ended> {
  const waiting = (await entriesOf(store, owner, now())).filter(({ state }) => state === 'waiting');
  let stuck: Ended | null = null;
  for (const entry of [...waiting.filter((each) => !isStuck(each)), ...waiting.filter(isStuck)]) {
    if (!atOnce && entry.notBefore > now() && entry.notBefore - now() <= LONGEST_WAIT_MS)
      return { state: 'away', notBefore: entry.notBefore };
    const sent = await send(entry);
    if (sent.state === 'signed_out') return sent;
    if (sent.state === 'away') {
      const tries = entry.tries + 1;
      const notBefore = now() + waitAfter(tries);
      const stumbles = (entry.stumbles ?? 0) + (sent.stumbled ? 1 : 0);
      await changeEntry(store, entry.id, { tries, notBefore, stumbles }).catch(() => undefined);
      stuck = { state: 'away', notBefore };
      if (sent.stumbled && isStuck({ ...entry, stumbles })) continue;
      return stuck;
    }
    await noteAnswer(store, entry, sent);
  }
  return stuck ?? { state: 'done' };
}

/** A phone that is too full to note an answer gets it again: the entry waits on, and its key is the same. */
export const noteAnswer = (store: EntryStore, entry: Entry, sent: Answered): Promise<void> =>
  changeEntry(store, entry.id, outcome(entry, sent)).catch(() => undefined);

type Answered = Extract<Sent, { state: 'sent' | 'refused' }>;

/** What was sent needs its photo no longer; what was refused keeps everything. */
function outcome(entry: Entry, sent: Answered): Partial<Entry> {
  if (sent.state === 'refused') return { state: 'refused', refused: sent.because };
  const fields = entry.fields.filter(([, value]) => typeof value === 'string');
  const { to, at } = sent;
  return { state: 'sent', sent: { to, at }, fields, refused: undefined };
}
