import { Link } from '@remix-run/react';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { entryWords } from './kind';
import { useOutbox } from './outbox';

/** On a page of something: what was entered of it on this phone and is not sent, so that nobody enters it twice. */
export function WaitingOf({ of }: { of: string }) {
  const href = useHref();
  const unsent = (useOutbox()?.entries ?? []).filter((entry) => entry.of === of && entry.state !== 'sent');
  if (unsent.length === 0) return null;
  const kinds = [...new Set(unsent.map(({ kind }) => entryWords({ kind })))].join(', ');
  return (
    <Notice tone="plain" title={m.offline_waiting_of({ kinds })}>
      <Link
        to={href('/office/outbox')}
        className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
      >
        {m.offline_outbox_title()}
      </Link>
    </Notice>
  );
}
