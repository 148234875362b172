import { Link } from '@remix-run/react';
import { Sign, type SignName } from '~/components/sign';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { ClockNotice } from './clock-notice';
import type { Entry } from './entry';
import { type Outbox, useOutbox } from './outbox';
import { useIsKept } from './page-kept';
import { SunToggle } from './sun-toggle';
import { useOnline } from './use-online';

type StripProps = {
  /** Growers see it on every page; others on a phone, and wherever something waits. */
  always: boolean;
  /** Whether all pages that open without signal are on the phone. */
  kept: boolean;
};

/** On top of the office's pages: how much is saved here, sent, and in need of its owner; it leads to the outbox. */
export function Strip({ always, kept }: StripProps) {
  const outbox = useOutbox();
  const href = useHref();
  const online = useOnline();
  const counts = countStates(outbox?.entries ?? []);
  const opens = useIsKept() && kept;
  const idle = !always && counts.waiting + counts.refused === 0;
  return (
    <div className={`mx-auto mb-4 max-w-xl text-16 text-ink print:hidden ${idle ? 'md:hidden' : ''}`}>
      <Link
        to={href('/office/outbox')}
        className="grid min-h-14 grid-cols-3 overflow-hidden rounded-crate border-2 border-ink bg-card"
      >
        <Count sign="basket" count={counts.waiting} words={m.offline_strip_here()} paint={PAINT.here} />
        <Count sign="check" count={counts.sent} words={m.offline_strip_sent()} paint="" />
        <Count sign="care" count={counts.refused} words={m.offline_strip_needs()} paint={PAINT.needs} />
      </Link>
      <div className="mt-2 flex items-center justify-between gap-3">
        <p role="status" className="font-semibold">
          {stateWords(outbox, counts, online, opens)}
        </p>
        <SunToggle />
      </div>
      <ClockNotice />
    </div>
  );
}

const PAINT = {
  here: 'bg-flesh text-on-flesh',
  needs: 'bg-soil text-on-soil',
};

type CountProps = { sign: SignName; count: number; words: string; paint: string };

function Count({ sign, count, words, paint }: CountProps) {
  return (
    <span
      className={`flex items-center justify-center gap-1.5 border-ink px-2 py-1 not-last:border-r-2 ${count > 0 ? paint : ''}`}
    >
      <Sign name={sign} size={20} />
      <span className="leading-tight">
        <b className="text-22 font-extrabold">{count}</b> {words}
      </span>
    </span>
  );
}

type Counts = Record<Entry['state'], number>;

function countStates(entries: readonly Entry[]): Counts {
  const counts: Counts = { waiting: 0, refused: 0, sent: 0 };
  for (const { state } of entries) counts[state] += 1;
  return counts;
}

function stateWords(outbox: Outbox | null, counts: Counts, online: boolean, opens: boolean): string {
  if (outbox?.ended?.state === 'signed_out' && counts.waiting > 0) return m.offline_now_signed_out();
  if (!online) return m.offline_now_no_signal();
  if (counts.refused > 0) return m.offline_now_needs();
  if (counts.waiting > 0) return m.offline_now_waiting();
  return opens ? m.offline_now_ready() : '\u00a0';
}
