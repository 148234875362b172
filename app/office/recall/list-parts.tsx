import { Link } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

/** The code of a lot, order or recall in a row, which leads to its page; the path without language. */
export function CodeLink({ to, code }: { to: string; code: string }) {
  const href = useHref();
  return (
    <Link
      to={href(to)}
      className="-my-2.5 inline-flex min-h-11 items-center text-rind underline underline-offset-4"
    >
      {code}
    </Link>
  );
}

/** Where a list goes on, in a language already; nothing where it does not. */
export function More({ there, to, words }: { there: boolean; to: string; words?: string }) {
  if (!there) return null;
  return (
    <div>
      <LinkButton kind="quiet" to={to}>
        {words ?? m.recall_more()}
      </LinkButton>
    </div>
  );
}
