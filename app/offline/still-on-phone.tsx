import { useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import type { Entry } from './entry';
import type { KindName } from './kind';
import { useOutbox } from './outbox';

/** The entry of a kind that the page was opened to put right (`?entry=`), as long as it was not sent. */
export function useEntryToMend(kind: KindName): Entry | null {
  const [search] = useSearchParams();
  const entry = useOutbox()?.entries.find(({ id }) => id === search.get('entry'));
  return entry?.kind === kind && entry.state !== 'sent' ? entry : null;
}

type StillOnPhoneProps = { kind: KindName; title: string; children?: ReactNode };

/** For who came to put an entry right that its page has no form for any more: that it is still kept, and where. */
export function StillOnPhone({ kind, title, children }: StillOnPhoneProps) {
  const href = useHref();
  if (!useEntryToMend(kind)) return null;
  return (
    <div className="my-4">
      <Notice tone="care" title={title}>
        <p className="mb-2">{children ?? m.offline_still_on_phone()}</p>
        <LinkButton to={href('/office/outbox')} kind="quiet" tall>
          {m.offline_outbox_title()}
        </LinkButton>
      </Notice>
    </div>
  );
}
