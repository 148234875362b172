import { Sign } from '~/components/sign';
import * as m from '~/paraglide/messages.js';
import { useScripted } from '~/use-scripted';
import type { FastScan } from './use-fast-scans';

/** Whether every scan is a box of its own; only with script, which sends them. */
export function EachChoice() {
  const scripted = useScripted();
  if (!scripted) return null;
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input type="checkbox" name="each" value="yes" className="size-6 accent-rind" />
      <span>
        {m.packing_each()}
        <span className="block text-14 text-muted">{m.packing_each_hint()}</span>
      </span>
    </label>
  );
}

/** What became of each scan that did not wait for a page. */
export function ScanLog({ scans }: { scans: readonly FastScan[] }) {
  if (scans.length === 0) return null;
  const packed = scans.filter(({ came }) => came?.kind === 'packed').length;
  const waiting = scans.filter(({ came }) => came === null).length;
  return (
    <div className="grid gap-2">
      <p role="status" className="text-18 font-semibold">
        {m.packing_each_sum({ all: scans.length, packed, waiting })}
      </p>
      <ol className="border-t border-line">
        {scans.map((scan) => (
          <li key={scan.key} className="flex gap-2 border-b border-line py-2">
            <Sign name={signOf(scan)} />
            <span className="min-w-0 break-words">{wordsOf(scan)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function signOf({ came }: FastScan) {
  if (came === null) return 'clock';
  return came.kind === 'refused' ? 'care' : 'check';
}

function wordsOf({ came, scan }: FastScan): string {
  if (came === null) return m.packing_each_waits({ scan });
  if (came.kind === 'packed') return m.packing_packed({ serial: came.serial });
  if (came.kind === 'chosen') return m.packing_crate({ batch: came.batch });
  return [came.problem.above, ...Object.values(came.problem.beside)].filter(Boolean).join(' ');
}
