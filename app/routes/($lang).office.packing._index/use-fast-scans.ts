import { useNavigate } from '@remix-run/react';
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import type { PackedTyped } from '~/packing/pack-typed.server';
import { meaningOf, withSeparator } from '~/packing/scan-keys';
import { ScanQueue, type Sent } from '~/packing/scan-queue';
import { useHref } from '~/use-locale';

/** A scan of the row: what it was sent with, and what became of it. */
export interface FastScan {
  key: string;
  scan: string;
  came: PackedTyped | null;
}

type Typed = Record<string, string>;

const PAUSE_MS = 2000;

/**
 * Scans that do not wait for pages: with a box to every scan chosen, each is sent behind the one before it with a key of
 * its own. Returns what the scan field does with a key, and the scans so far, newest first.
 */
export function useFastScans(form: RefObject<HTMLFormElement>, order: string) {
  const href = useHref();
  const path = href('/office/packing/scan');
  const navigate = useNavigate();
  // An order that is done by now stays on the table until somebody takes the next: what was refused is to be read.
  // The address stays what the form was made of, so that nothing typed meanwhile is lost.
  const stay = () => {
    const search = new URLSearchParams(location.search);
    search.set('order', order);
    navigate(href(`/office/packing?${search}`), { replace: true, preventScrollReset: true });
  };
  const [scans, setScans] = useState<FastScan[]>([]);
  const queue = useRef<ScanQueue<Typed, PackedTyped> | null>(null);
  queue.current ??= new ScanQueue<Typed, PackedTyped>({
    newKey: () => crypto.randomUUID(),
    send: ({ key, what }) => send(path, { ...what, key }),
    done: ({ key }, came) =>
      setScans((all) => all.map((each) => (each.key === key ? { ...each, came } : each))),
    pause: () => new Promise((done) => setTimeout(done, PAUSE_MS)),
  });
  const onScanKey = (event: KeyboardEvent<HTMLInputElement>) => {
    const field = event.currentTarget;
    const meaning = meaningOf(event);
    if (meaning === 'own' || !form.current) return;
    const typed = typedIn(form.current);
    if (meaning === 'separator') {
      event.preventDefault();
      const { selectionStart, selectionEnd, value } = field;
      field.value = withSeparator(value, selectionStart ?? value.length, selectionEnd ?? value.length);
    } else if (typed.each === 'yes' && typed.scan?.trim()) {
      event.preventDefault();
      // Emptied before the next key can come: a scanner does not wait.
      field.value = '';
      const waiting = queue.current;
      const scan = waiting?.take({ ...typed, lot: '' });
      if (!scan) return;
      setScans((all) => [{ key: scan.key, scan: typed.scan ?? '', came: null }, ...all]);
      void waiting?.empty().then(stay);
    }
  };
  return { onScanKey, scans };
}

const typedIn = (form: HTMLFormElement): Typed =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );

/** A line that broke says nothing of what the far end did: that scan goes again with its key. */
async function send(path: string, typed: Typed): Promise<Sent<PackedTyped>> {
  try {
    const answer = await fetch(path, { method: 'POST', body: new URLSearchParams(typed) });
    if (!answer.ok) return { sent: false };
    return { sent: true, answer: (await answer.json()) as PackedTyped };
  } catch {
    return { sent: false };
  }
}
