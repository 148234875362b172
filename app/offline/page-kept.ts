import { useLocation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { isKept, keepOpened } from './kept-pages';
import { useOutbox } from './outbox';

const KEPT = 'page-kept';

/** Says to whatever shows it that pages were kept. */
export const sayKept = (): boolean => window.dispatchEvent(new Event(KEPT));

/** Hears of pages that were kept. */
export function onKept(hear: () => void): () => void {
  window.addEventListener(KEPT, hear);
  return () => window.removeEventListener(KEPT, hear);
}

/**
 * Keeps the page that is open, so that it opens without signal from now on; `version` is anything that is another one
 * when the page shows something new. Then the pages that it leads to, by the last words of their addresses.
 */
export function useKeepOpened(version: string, further: readonly string[] = NONE): void {
  const outbox = useOutbox();
  const { pathname } = useLocation();
  const owner = outbox?.store ? outbox.owner : null;
  useEffect(() => {
    const canKeep = import.meta.env.PROD && navigator.serviceWorker && navigator.onLine;
    if (owner === null || !canKeep) return;
    const keep = async () => {
      await keepOpened(owner, pathname);
      sayKept();
      for (const word of further) await keepOpened(owner, `${pathname}/${word}`);
    };
    // Without signal, what was kept before stays.
    keep().catch(() => undefined);
  }, [owner, pathname, version, further]);
}

const NONE: readonly string[] = [];

/** Whether the page that is open opens without signal. */
export function useIsKept(): boolean {
  const owner = useOutbox()?.owner;
  const { pathname, search } = useLocation();
  const [kept, setKept] = useState(false);
  useEffect(() => {
    const url = new URL(pathname + search, location.origin);
    const look = () =>
      void (owner === undefined ? Promise.resolve(false) : isKept(owner, url)).then(setKept, () =>
        setKept(false),
      );
    look();
    return onKept(look);
  }, [owner, pathname, search]);
  return kept;
}
