import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Entry } from './entry';
import { type EntryStore, entriesOf, entryById, openEntryStore } from './entry-store';
import { rememberAhead } from './phone-clock';
import { asSent, type Posted, postEntry } from './post-entry';
import { type Ended, noteAnswer, sendEntries } from './send-entries';
import { wakeWithSignal } from './wake-with-signal';

/** What waits on this phone for whoever is signed in, and how the sending stands. */
export interface Outbox {
  owner: string;
  /** Null until the phone's store has been read, and where there is none. */
  store: EntryStore | null;
  entries: readonly Entry[];
  /** How the last sending ended; null before the first. */
  ended: Ended | null;
  /** Sends what waits, at once. */
  sendNow: () => Promise<Ended | null>;
  /** Sends one entry whose form is still open, and says what the cooperative answered. */
  sendOne: (id: string) => Promise<Posted>;
  /** To be called after a change in the store, here and in other tabs. */
  changed: () => void;
}

const Context = createContext<Outbox | null>(null);

/** The outbox of the page being shown; null outside the office. */
export const useOutbox = (): Outbox | null => useContext(Context);

const CHANNEL = 'outbox';

/** Gives the pages below the outbox of a user, and keeps sending what waits in it. */
export function OutboxProvider({ owner, children }: { owner: string; children: ReactNode }) {
  const store = useEntryStore();
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const [ended, setEnded] = useState<Ended | null>(null);
  const read = useCallback(async () => {
    if (store) setEntries(await entriesOf(store, owner, Date.now()));
  }, [store, owner]);
  const tell = useChannel(read);
  const changed = useCallback(() => {
    void read();
    tell();
  }, [read, tell]);
  const sendAll = useCallback(
    async (atOnce: boolean) => {
      if (!store) return null;
      const send = async (entry: Entry) => asSent(await posted(entry));
      const now = await inTurn(() => sendEntries({ store, owner, send, now: Date.now, atOnce }));
      setEnded(now);
      changed();
      // A browser gives up after a few tries, so it is asked again while something waits.
      if (now.state === 'away') void wakeWithSignal();
      return now;
    },
    [store, owner, changed],
  );
  const sendOne = useCallback(
    async (id: string): Promise<Posted> => {
      const answer = store ? await inTurn(() => sendOpenForm(store, id)) : ({ state: 'away' } as const);
      changed();
      return answer;
    },
    [store, changed],
  );
  useEffect(() => {
    void read();
  }, [read]);
  useSending(sendAll, ended);
  const sendNow = useCallback(() => sendAll(true), [sendAll]);
  const outbox = useMemo(
    () => ({ owner, store, entries, ended, sendNow, sendOne, changed }),
    [owner, store, entries, ended, sendNow, sendOne, changed],
  );
  return <Context.Provider value={outbox}>{children}</Context.Provider>;
}

/** Only one page or worker sends at a time. */
const inTurn = <T,>(act: () => Promise<T>): Promise<T> =>
  navigator.locks ? (navigator.locks.request(CHANNEL, act) as Promise<T>) : act();

async function posted(entry: Entry): Promise<Posted> {
  const answer = await postEntry(entry, Date.now());
  if ('ahead' in answer) rememberAhead(answer.ahead);
  return answer;
}

/** A refusal is shown by the form, which is still there; until it is sent again, the entry stands as refused, too. */
async function sendOpenForm(store: EntryStore, id: string): Promise<Posted> {
  const entry = await entryById(store, id);
  if (!entry) return { state: 'away' };
  if (entry.state === 'sent')
    return { state: 'sent', ahead: 0, ...(entry.sent ?? { to: '/office/outbox', at: '' }) };
  const answer = await posted(entry);
  const sent = asSent(answer);
  if (sent.state === 'refused' || sent.state === 'sent') await noteAnswer(store, entry, sent);
  return answer;
}

function useEntryStore(): EntryStore | null {
  const [store, setStore] = useState<EntryStore | null>(null);
  useEffect(() => {
    let opened: EntryStore | null = null;
    let gone = false;
    openEntryStore().then(
      (one) => {
        opened = one;
        if (gone) one.close();
        else setStore(one);
      },
      // A browser without a store: forms are sent as ever.
      () => undefined,
    );
    return () => {
      gone = true;
      opened?.close();
    };
  }, []);
  return store;
}

/** Hears of changes in other tabs and in the worker, and tells them of those here. */
function useChannel(onChange: () => void): () => void {
  const channel = useRef<BroadcastChannel | null>(null);
  useEffect(() => {
    channel.current = new BroadcastChannel(CHANNEL);
    channel.current.onmessage = onChange;
    return () => {
      channel.current?.close();
      channel.current = null;
    };
  }, [onChange]);
  return useCallback(() => channel.current?.postMessage('changed'), []);
}

/** When to send: at the opening, when the signal comes back, when the app is looked at again, and when a wait is over. */
function useSending(sendAll: (atOnce: boolean) => Promise<unknown>, ended: Ended | null): void {
  useEffect(() => {
    const atOnce = () => void sendAll(true);
    const looked = () => document.visibilityState === 'visible' && void sendAll(false);
    void sendAll(true);
    window.addEventListener('online', atOnce);
    document.addEventListener('visibilitychange', looked);
    return () => {
      window.removeEventListener('online', atOnce);
      document.removeEventListener('visibilitychange', looked);
    };
  }, [sendAll]);
  useEffect(() => {
    if (ended?.state !== 'away') return;
    const timer = setTimeout(() => void sendAll(false), Math.max(1_000, ended.notBefore - Date.now()));
    return () => clearTimeout(timer);
  }, [sendAll, ended]);
}
