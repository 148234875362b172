import type { RefObject } from 'react';
import { CodeScanner } from '~/offline/code-scanner';
import { lotInCode } from '~/offline/lot-in-code';
import * as m from '~/paraglide/messages.js';
import { useScripted } from '~/use-scripted';

/** The camera in place of a scanner: what it reads goes into the form as if it had been typed. */
export function ScanCamera({ form }: { form: RefObject<HTMLFormElement> }) {
  const scripted = useScripted();
  if (!scripted) return null;
  const take = (text: string) => {
    const field = form.current?.elements.namedItem('scan');
    if (lotInCode(text) === null || !(field instanceof HTMLInputElement)) return false;
    field.value = text;
    form.current?.requestSubmit();
    return true;
  };
  return <CodeScanner label={m.offline_scan_crate()} onCode={take} otherWords={m.offline_scan_no_lot()} />;
}
