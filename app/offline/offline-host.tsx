import { type ReactNode, useEffect, useState } from 'react';
import { hrefIn } from '~/locale';
import { useLocale } from '~/use-locale';
import { keepAskedFor, keepPages, NO_SIGNAL_PAGE } from './kept-pages';
import workerUrl from './office-worker.ts?worker&url';
import { OutboxProvider, useOutbox } from './outbox';
import { sayKept } from './page-kept';
import { Strip } from './strip';
import { arrive, finishLeaving } from './who-is-here';

type HostProps = { owner: string; pages: readonly string[]; grows: boolean; children: ReactNode };

/** What the office's pages stand in, so that they open and take entries without signal. */
export function OfflineHost({ owner, pages, grows, children }: HostProps) {
  return (
    <OutboxProvider owner={owner}>
      <Keeper pages={pages} grows={grows} />
      <div data-owner={owner}>{children}</div>
    </OutboxProvider>
  );
}

/** Keeps the pages of whoever is here; says on top what is saved, sent and in need of a look. */
function Keeper({ pages, grows }: Pick<HostProps, 'pages' | 'grows'>) {
  const outbox = useOutbox();
  const locale = useLocale();
  const [kept, setKept] = useState(false);
  const store = outbox?.store;
  const owner = outbox?.owner;
  const list = pages.join(' ');
  useEffect(() => {
    if (!store || !owner) return;
    sessionStorage.removeItem(REMIX_RELOADED);
    const settle = async () => {
      if (!(await finishLeaving(store))) return location.replace(hrefIn(locale, NO_SIGNAL_PAGE));
      await arrive(store, owner);
      const canKeep = import.meta.env.PROD && navigator.serviceWorker && navigator.onLine;
      if (list === '' || !canKeep) return;
      await registerWorker(locale);
      const paths = list.split(' ').map((path) => hrefIn(locale, path));
      setKept(await keepPages(owner, paths, hrefIn(locale, NO_SIGNAL_PAGE)));
      sayKept();
      await keepAskedFor((await import('./read-code')).READER_FILES);
    };
    // Without signal, what was kept before stays.
    settle().catch(() => undefined);
  }, [store, owner, list, locale]);
  return <Strip always={grows} kept={kept} />;
}

/** Where Remix notes that it opened a page anew for want of its manifest: without signal it may do so every time. */
const REMIX_RELOADED = 'remix-manifest-version';

/** One worker for the office's pages in each language; the shop and the boxes' pages have none. */
async function registerWorker(locale: Parameters<typeof hrefIn>[0]): Promise<void> {
  await navigator.serviceWorker.register(workerUrl, { scope: hrefIn(locale, '/office') });
  await navigator.serviceWorker.ready;
}
