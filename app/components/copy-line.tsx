import { useEffect, useRef, useState } from 'react';
import * as m from '~/paraglide/messages.js';

/** A term and its value to be copied: the value is selected as a whole by a touch; script adds a button that copies it. */
export function CopyLine({ term, value, copied = value }: { term: string; value: string; copied?: string }) {
  const text = useRef<HTMLElement>(null);
  const [state, setState] = useState<'unscripted' | 'ready' | 'done'>('unscripted');
  useEffect(() => setState('ready'), []);
  const copy = async () => {
    const written = await navigator.clipboard?.writeText(copied).then(
      () => true,
      () => false,
    );
    if (written) setState('done');
    else if (text.current) getSelection()?.selectAllChildren(text.current);
  };
  return (
    <div className="grid min-h-14 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-2">
      <dt className="text-14 text-muted">{term}</dt>
      <dd ref={text} className="font-semibold wrap-anywhere select-all">
        {value}
      </dd>
      {state === 'unscripted' ? null : (
        <dd className="col-start-2 row-span-2 row-start-1 print:hidden">
          <button
            type="button"
            onClick={copy}
            aria-label={state === 'done' ? m.order_copied() : m.order_copy_what({ what: term })}
            className="min-h-11 cursor-pointer rounded-crate border-2 border-rind px-4 font-semibold text-rind hover:bg-leaf"
          >
            {state === 'done' ? m.order_copied() : m.order_copy()}
          </button>
        </dd>
      )}
    </div>
  );
}
