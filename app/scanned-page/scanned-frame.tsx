import { useLocation, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { DemoRibbon } from '~/components/demo-ribbon';
import { SpokenLanguages } from '~/components/language-switch';
import { Wordmark } from '~/components/wordmark';
import { pathWithoutLocale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import type { loader as rootLoader } from '~/root';
import { useHref } from '~/use-locale';

/** What stands around every scanned page: whose it is, the other languages, and the address in print. */
export function ScannedFrame({ demo, children }: { demo: boolean; children: ReactNode }) {
  const href = useHref();
  const { pathname } = useLocation();
  const site = useRouteLoaderData<typeof rootLoader>('root')?.publicUrl ?? '';
  return (
    <>
      {demo ? <DemoRibbon /> : null}
      <header className="top">
        <a href={href('/')} className="brand">
          <Wordmark />
        </a>
        <SpokenLanguages path={pathWithoutLocale(pathname)} />
      </header>
      <div className="rind" />
      <main id="main">{children}</main>
      <footer>
        <p>
          <b>{m.common_coop_name()}</b>
          <br />
          {m.common_coop_address()}
        </p>
        <p className="printed">{m.box_printed_from({ address: site + pathname })}</p>
      </footer>
    </>
  );
}
