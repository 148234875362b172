/// <reference lib="webworker" />
import { registerRoute } from 'workbox-routing';
import { CacheFirst, NetworkOnly } from 'workbox-strategies';
import { pathWithoutLocale } from '~/locale';
import { openEntryStore } from './entry-store';
import { ASSETS_CACHE, keptPage } from './kept-pages';
import { asSent, postEntry } from './post-entry';
import { reloadInstead } from './reload-instead';
import { sendEntries } from './send-entries';
import { finishLeaving } from './who-is-here';

declare const self: ServiceWorkerGlobalScope;

/** The worker of the office's pages: opens them without signal, and sends what waits when there is one again. */
const PAGE_PATIENCE_S = 8;

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  new CacheFirst({ cacheName: ASSETS_CACHE }),
);

/** A server that is away is to a person the same as no signal. */
const awayIsNoSignal = {
  fetchDidSucceed: async ({ response }: { response: Response }) => {
    if (response.status >= 502 && response.status <= 504) throw new Error('away');
    return response;
  },
};

const openPage = new NetworkOnly({
  networkTimeoutSeconds: PAGE_PATIENCE_S,
  plugins: [
    awayIsNoSignal,
    { handlerDidError: async ({ request }) => keptPage(await ownerHere(), new URL(request.url)) },
  ],
});

registerRoute(
  ({ request, url }) => request.mode === 'navigate' && isOffice(url),
  async (options) => {
    const left = await finishLeaving(await store());
    return left ? openPage.handle(options) : keptPage(null, options.url);
  },
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.endsWith('.data') && isOffice(url),
  new NetworkOnly({
    networkTimeoutSeconds: PAGE_PATIENCE_S,
    plugins: [
      awayIsNoSignal,
      { handlerDidError: async ({ request }) => reloadInstead(new URL(request.url)) },
    ],
  }),
);

/** Which routes lie behind links: without signal, the page is opened anew when one is followed. */
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname === '/__manifest',
  new NetworkOnly({
    plugins: [
      {
        handlerDidError: async () =>
          new Response(null, { status: 204, headers: { 'X-Remix-Reload-Document': 'true' } }),
      },
    ],
  }),
);

self.addEventListener('sync', ((event: ExtendableEvent & { tag: string }) => {
  if (event.tag === 'outbox') event.waitUntil(sendInBackground());
}) as EventListener);

const isOffice = (url: URL): boolean => /^\/office(\/|\.data$|$)/.test(pathWithoutLocale(url.pathname));

let opened: ReturnType<typeof openEntryStore> | undefined;
function store() {
  opened ??= openEntryStore();
  return opened;
}

const ownerHere = async (): Promise<string | null> => (await (await store()).get('phone', 'owner')) ?? null;

/** Throws while anything waits, so that the browser wakes this worker again. */
async function sendInBackground(): Promise<void> {
  const entries = await store();
  const owner = await ownerHere();
  if (owner === null) return;
  const ended = await navigator.locks.request('outbox', () =>
    sendEntries({
      store: entries,
      owner,
      now: Date.now,
      atOnce: true,
      send: async (entry) => asSent(await postEntry(entry, Date.now())),
    }),
  );
  new BroadcastChannel('outbox').postMessage('changed');
  if (ended.state === 'away') throw new Error('no signal');
}
