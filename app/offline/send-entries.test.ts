import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry, NewEntry } from './entry';
import {
  countUnsent,
  dropEntry,
  type EntryStore,
  entriesOf,
  entryById,
  openEntryStore,
  saveEntry,
} from './entry-store';
import { type Sent, sendEntries, waitAfter } from './send-entries';

let store: EntryStore;
let name = 0;
beforeEach(async () => {
  name += 1;
  store = await openEntryStore(`test-${name}`);
});
afterEach(() => store.close());

const anEntry = (id: string, more: Partial<NewEntry> = {}): NewEntry => ({
  id,
  owner: 'usr_1',
  kind: 'harvest',
  lang: 'vi',
  fields: [
    ['kg', '12,5'],
    ['photo', new Blob(['picture'])],
  ],
  told: [{ question: 'Bao nhiêu ký?', answer: '12,5 kg' }],
  savedAt: 1_000,
  believedAhead: 0,
  ...more,
});

const SENT: Sent = { state: 'sent', to: '/office/lots/AB', at: '2026-11-25T00:00:00.000Z' };
const STUMBLED: Sent = { state: 'away', stumbled: true };
const REFUSED: Sent = { state: 'refused', because: { status: 409, words: ['Thửa này đã ngừng canh tác.'] } };

/** Sends with answers by entry id; what has none is away. */
async function sending(answers: Record<string, Sent>, { at = 1_000, owner = 'usr_1', atOnce = false } = {}) {
  const asked: string[] = [];
  const send = async ({ id }: Entry): Promise<Sent> => {
    asked.push(id);
    return answers[id] ?? { state: 'away' };
  };
  const ended = await sendEntries({ store, owner, send, now: () => at, atOnce });
  return { asked, ended };
}

const states = async (owner = 'usr_1') =>
  (await entriesOf(store, owner, 1_000)).map(({ id, state }) => `${id} ${state}`);

describe('what waits on the phone', () => {
  it('is sent in the order it was saved, each once', async () => {
    for (const id of ['b', 'a', 'c']) await saveEntry(store, anEntry(id));
    const { asked, ended } = await sending({ a: SENT, b: SENT, c: SENT });
    expect(asked).toEqual(['b', 'a', 'c']);
    expect(ended).toEqual({ state: 'done' });
    expect((await sending({})).asked).toEqual([]);
    expect(await states()).toEqual(['b sent', 'a sent', 'c sent']);
  });

  it('waits on with longer and longer pauses while there is no answer', async () => {
    await saveEntry(store, anEntry('a'));
    await saveEntry(store, anEntry('b'));
    const first = await sending({ b: SENT });
    expect(first.asked, 'b must not overtake a').toEqual(['a']);
    expect(first.ended).toEqual({ state: 'away', notBefore: 1_000 + waitAfter(1) });
    expect((await sending({ a: SENT }, { at: 1_001 })).asked).toEqual([]);
    expect((await sending({ a: SENT, b: SENT }, { at: 1_001, atOnce: true })).asked).toEqual(['a', 'b']);
    const waits = [1, 2, 3, 40].map(waitAfter);
    expect(waits).toEqual([...waits].sort((one, other) => one - other));
    expect(waitAfter(40)).toBe(waitAfter(400));
  });

  it('lets the others pass after the server stumbled over an entry five times, and tries it again after them', async () => {
    await saveEntry(store, anEntry('a'));
    await saveEntry(store, anEntry('b'));
    await saveEntry(store, anEntry('c'));
    for (let time = 1; time < 5; time++)
      expect((await sending({ a: STUMBLED, b: SENT }, { atOnce: true })).asked).toEqual(['a']);
    const fifth = await sending({ a: STUMBLED, b: SENT }, { atOnce: true });
    expect(fifth.asked).toEqual(['a', 'b', 'c']);
    expect(fifth.ended).toMatchObject({ state: 'away' });
    expect(await states()).toEqual(['a waiting', 'b sent', 'c waiting']);
    expect((await sending({ a: SENT, c: SENT }, { atOnce: true })).asked).toEqual(['c', 'a']);
    expect(await states()).toEqual(['a sent', 'b sent', 'c sent']);
  });

  it('does not wait for a clock that was set back', async () => {
    await saveEntry(store, anEntry('a'));
    await sending({}, { at: 500_000_000 });
    expect((await sending({ a: SENT }, { at: 1_000 })).asked).toEqual(['a']);
  });

  it('keeps a refused entry whole, lets the others pass, and takes it again when it was put right', async () => {
    await saveEntry(store, anEntry('a'));
    await saveEntry(store, anEntry('b'));
    await sending({ a: REFUSED, b: SENT });
    const refused = await entryById(store, 'a');
    expect(refused?.state).toBe('refused');
    expect(refused?.refused).toEqual({ status: 409, words: ['Thửa này đã ngừng canh tác.'] });
    expect(refused?.fields.map(([field]) => field)).toEqual(['kg', 'photo']);
    expect((await sending({})).asked, 'not sent by itself').toEqual([]);
    await saveEntry(store, anEntry('a', { fields: [['kg', '13']] }));
    expect((await sending({ a: SENT })).asked).toEqual(['a']);
    expect(await states()).toEqual(['a sent', 'b sent']);
  });

  it('keeps no photo of what was sent, and forgets it after a week', async () => {
    await saveEntry(store, anEntry('a'));
    await sending({ a: SENT });
    expect((await entryById(store, 'a'))?.fields).toEqual([['kg', '12,5']]);
    expect(await entriesOf(store, 'usr_1', 1_000 + 8 * 86_400_000)).toEqual([]);
    expect(await entryById(store, 'a')).toBeUndefined();
  });

  it('is not sent a second time when its form is saved again after the answer', async () => {
    await saveEntry(store, anEntry('a'));
    await sending({ a: SENT });
    await saveEntry(store, anEntry('a'));
    expect(await states()).toEqual(['a sent']);
  });

  it('stops where the session ended, and belongs to its owner alone', async () => {
    await saveEntry(store, anEntry('a'));
    await saveEntry(store, anEntry('b', { owner: 'usr_2' }));
    expect((await sending({ a: { state: 'signed_out' } })).ended).toEqual({ state: 'signed_out' });
    expect(await states()).toEqual(['a waiting']);
    expect((await sending({ b: SENT }, { owner: 'usr_2' })).asked).toEqual(['b']);
    expect(await countUnsent(store)).toBe(1);
  });

  it('survives a kill between save and answer, and is gone only when thrown away', async () => {
    await saveEntry(store, anEntry('a'));
    const killed = sendEntries({
      store,
      owner: 'usr_1',
      now: () => 1_000,
      send: () => Promise.reject(new Error('killed')),
    });
    await expect(killed).rejects.toThrow('killed');
    store.close();
    store = await openEntryStore(`test-${name}`);
    expect(await states()).toEqual(['a waiting']);
    await dropEntry(store, 'a');
    expect(await states()).toEqual([]);
  });

  it('loses nothing and records nothing twice, however the signal comes and goes', async () => {
    const answers = fc.constantFrom('sent', 'lost answer', 'away', 'stumbled', 'signed out', 'refused');
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(answers, { maxLength: 30 }), async (weather) => {
        run += 1;
        const phone = await openEntryStore(`weather-${run}`);
        const ids = ['a', 'b', 'c'];
        for (const id of ids) await saveEntry(phone, anEntry(id));
        const recorded: string[] = [];
        const record = (id: string) => recorded.includes(id) || recorded.push(id);
        const left = [...weather];
        const send = async ({ id }: Entry): Promise<Sent> => {
          const now = left.shift() ?? 'sent';
          if (now === 'refused') return recorded.includes(id) ? SENT : REFUSED;
          if (now === 'signed out') return { state: 'signed_out' };
          if (now === 'stumbled') return STUMBLED;
          if (now !== 'away') record(id);
          return now === 'sent' ? SENT : { state: 'away' };
        };
        for (let turn = 0; turn < 40; turn++)
          await sendEntries({ store: phone, owner: 'usr_1', send, now: () => turn, atOnce: true });
        const entries = await entriesOf(phone, 'usr_1', 1_000);
        phone.close();
        expect(entries.map(({ id }) => id)).toEqual(ids);
        for (const { id, state } of entries) expect(state).toBe(recorded.includes(id) ? 'sent' : 'refused');
      }),
      { numRuns: 30 },
    );
  });
});
