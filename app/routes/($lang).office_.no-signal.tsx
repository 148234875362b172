import type { MetaFunction } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Wordmark } from '~/components/wordmark';
import { WaitingForOwner } from '~/offline/waiting-for-owner';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [
  { title: m.offline_no_signal_title() },
  { name: 'robots', content: 'noindex' },
];

/** What opens without signal where no page of the person was kept: nothing of anybody stands here. */
export default function NoSignal() {
  const href = useHref();
  return (
    <main id="main" className="mx-auto grid max-w-xl gap-6 px-4 py-8 text-18">
      <Wordmark />
      <h1 className="text-28">{m.offline_no_signal_title()}</h1>
      <p>{m.offline_no_signal()}</p>
      <WaitingForOwner />
      <LinkButton to={href('/office')} reloadDocument wide tall>
        {m.offline_try_again()}
      </LinkButton>
    </main>
  );
}
