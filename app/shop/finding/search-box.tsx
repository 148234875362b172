import { Form } from '@remix-run/react';
import { useId } from 'react';
import { Sign } from '~/components/sign';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

/** Where fruit is looked for by words; a plain form that leads to the list. */
export function SearchBox({ words = '' }: { words?: string }) {
  const href = useHref();
  const id = useId();
  return (
    <search className="w-full">
      <Form method="get" action={href('/products')} className="flex">
        <label htmlFor={id} className="sr-only">
          {m.finding_search_label()}
        </label>
        <input
          id={id}
          type="search"
          name="q"
          key={words}
          defaultValue={words}
          maxLength={100}
          enterKeyHint="search"
          autoComplete="off"
          placeholder={m.finding_search_hint()}
          className="min-h-11 w-full min-w-0 rounded-l-crate border-2 border-r-0 border-edge bg-card px-3 text-16 text-ink placeholder:text-muted"
        />
        <button
          type="submit"
          className="inline-flex min-h-11 min-w-12 cursor-pointer items-center justify-center rounded-r-crate border-2 border-rind bg-rind text-on-rind hover:bg-rind-press"
        >
          <Sign name="search" size={22} />
          <span className="sr-only">{m.finding_search_go()}</span>
        </button>
      </Form>
    </search>
  );
}
