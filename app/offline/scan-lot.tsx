import { useNavigate } from '@remix-run/react';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { useScripted } from '~/use-scripted';
import { CodeScanner } from './code-scanner';
import { isKept } from './kept-pages';
import { lotInCode } from './lot-in-code';
import { useOutbox } from './outbox';

type ScanLotProps = {
  /** Told of the lot that a crate or a box names; false or words as of `CodeScanner`. */
  onLot: (batch: string) => boolean | string | Promise<boolean | string>;
  /** Said of a lot that the form has no use for. */
  otherWords?: string;
};

/** A button that reads the code on a crate or a box for its lot; nothing without script. */
export function ScanLot({ onLot, otherWords }: ScanLotProps) {
  const scripted = useScripted();
  if (!scripted) return null;
  const read = async (text: string) => {
    const batch = lotInCode(text);
    return batch === null ? false : (await onLot(batch)) || (otherWords ?? false);
  };
  return <CodeScanner label={m.offline_scan_crate()} onCode={read} otherWords={m.offline_scan_no_lot()} />;
}

/** Scans the way to a lot's page; on a page of an act (`grade`, `spoil`, …) to the same act on the scanned lot. */
export function ScanToLot({ here, act }: { here?: string; act?: string }) {
  const goTo = useGoToLot(act);
  const go = async (batch: string) =>
    batch === here
      ? m.offline_scan_this_lot({ batch })
      : (await goTo(batch)) || m.offline_scan_lot_not_kept({ batch });
  return <ScanLot onLot={go} />;
}

/** Without signal, only to a page that was opened before. */
function useGoToLot(act?: string): (batch: string) => Promise<boolean> {
  const navigate = useNavigate();
  const href = useHref();
  const owner = useOutbox()?.owner;
  return async (batch) => {
    const path = href(`/office/lots/${encodeURIComponent(batch)}${act ? `/${act}` : ''}`);
    const opens =
      navigator.onLine || (owner !== undefined && (await isKept(owner, new URL(path, location.origin))));
    if (opens) navigate(path);
    return opens;
  };
}
