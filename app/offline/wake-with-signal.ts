/** Has the worker woken when there is signal, also with no page open, where the browser can (Background Sync). */
export async function wakeWithSignal(): Promise<void> {
  const worker = await navigator.serviceWorker?.getRegistration();
  const sync = (worker as { sync?: { register: (tag: string) => Promise<void> } } | undefined)?.sync;
  await sync?.register('outbox').catch(() => undefined);
}
