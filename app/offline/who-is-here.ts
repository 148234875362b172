import type { EntryStore } from './entry-store';
import { forgetPages } from './kept-pages';

/** Says that this user works on this phone now: pages kept for anybody else are forgotten. */
export async function arrive(store: EntryStore, owner: string): Promise<void> {
  await store.put('phone', owner, 'owner');
  await store.delete('phone', 'leaving');
  await forgetPages(owner);
}

/** Locks this phone: its pages are forgotten at once, entries wait for their owner, and the session ends when it can. */
export async function leave(store: EntryStore): Promise<void> {
  await store.put('phone', 'yes', 'leaving');
  await store.delete('phone', 'owner');
  await forgetPages(null);
}

/** Ends a session that was left without signal, before anything is opened in its name. False while it cannot. */
export async function finishLeaving(store: EntryStore): Promise<boolean> {
  if ((await store.get('phone', 'leaving')) === undefined) return true;
  try {
    const answer = await fetch('/sign-out', { method: 'POST', signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) return false;
    await store.delete('phone', 'leaving');
    return true;
  } catch {
    return false;
  }
}
