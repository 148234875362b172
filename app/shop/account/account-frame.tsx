import { NavLink } from '@remix-run/react';
import type { ReactNode } from 'react';
import { PageHeader } from '~/components/page-header';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

const TAB =
  'inline-flex min-h-11 items-center rounded-crate px-3 font-semibold underline-offset-8 decoration-4 decoration-flesh hover:underline aria-[current=page]:underline';

/** An account's pages: who is signed in, and the ways between them. */
export function AccountFrame({ title, children }: { title: string; children: ReactNode }) {
  const href = useHref();
  return (
    <>
      <PageHeader title={title} />
      <nav aria-label={m.account_nav()} className="-mx-3 mb-8 flex flex-wrap border-b-2 border-ink">
        <NavLink to={href('/account')} end className={TAB}>
          {m.account_orders()}
        </NavLink>
        <NavLink to={href('/account/addresses')} className={TAB}>
          {m.account_addresses()}
        </NavLink>
        <NavLink to={href('/account/details')} className={TAB}>
          {m.account_details()}
        </NavLink>
      </nav>
      {children}
    </>
  );
}
