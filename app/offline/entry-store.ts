import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { asWaiting, type Entry, type NewEntry } from './entry';

interface Schema extends DBSchema {
  entries: { key: number; value: Entry; indexes: { id: string; owner: string } };
  /** Who works on this phone: their user id under `owner`; `leaving` while a sign-out has yet to reach the server. */
  phone: { key: 'owner' | 'leaving'; value: string };
}

export type EntryStore = IDBPDatabase<Schema>;

/** Entries that were sent stay on the list for so long. */
const SENT_KEPT_MS = 7 * 86_400_000;

/** Opens what this phone keeps. A page that holds an older version open gives way. */
export async function openEntryStore(name = 'baunghe-office'): Promise<EntryStore> {
  const store = await openDB<Schema>(name, 1, {
    upgrade(db) {
      const entries = db.createObjectStore('entries', { keyPath: 'seq', autoIncrement: true });
      entries.createIndex('id', 'id', { unique: true });
      entries.createIndex('owner', 'owner');
      db.createObjectStore('phone');
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
  return store;
}

/**
 * Saves an entry; one with the same id, which was refused and is being put right, takes its place and keeps its turn.
 * Throws QuotaExceededError (a DOMException) when the phone is full.
 */
export async function saveEntry(store: EntryStore, entry: NewEntry): Promise<void> {
  const tx = store.transaction('entries', 'readwrite', { durability: 'strict' });
  const before = await tx.store.index('id').get(entry.id);
  if (before?.state === 'sent') {
    await tx.done;
    return;
  }
  await tx.store.put({ ...asWaiting(entry), ...(before?.seq === undefined ? {} : { seq: before.seq }) });
  await tx.done;
}

/** A user's entries, the oldest first; those sent more than a week ago are dropped. */
export async function entriesOf(store: EntryStore, owner: string, now: number): Promise<Entry[]> {
  const entries = await store.getAllFromIndex('entries', 'owner', owner);
  const isOld = (entry: Entry) => entry.state === 'sent' && now - entry.savedAt > SENT_KEPT_MS;
  for (const entry of entries.filter(isOld))
    if (entry.seq !== undefined) await store.delete('entries', entry.seq);
  return entries.filter((entry) => !isOld(entry)).sort((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
}

/** One entry by its id. */
export const entryById = (store: EntryStore, id: string): Promise<Entry | undefined> =>
  store.getFromIndex('entries', 'id', id);

/** Changes an entry as it stands now; one that is gone stays gone. */
export async function changeEntry(store: EntryStore, id: string, change: Partial<Entry>): Promise<void> {
  const tx = store.transaction('entries', 'readwrite', { durability: 'strict' });
  const entry = await tx.store.index('id').get(id);
  if (entry) await tx.store.put({ ...entry, ...change });
  await tx.done;
}

/** Throws an entry away for good: only when its owner says so. */
export async function dropEntry(store: EntryStore, id: string): Promise<void> {
  const entry = await entryById(store, id);
  if (entry?.seq !== undefined) await store.delete('entries', entry.seq);
}

/** How many entries of whomever this phone keeps that were not sent. */
export async function countUnsent(store: EntryStore): Promise<number> {
  const entries = await store.getAll('entries');
  return entries.filter(({ state }) => state !== 'sent').length;
}
