import { useSearchParams } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import type { Order } from './form-state';

type WaysProps = { order: Order; manages: boolean; seesMoney: boolean };

/** The ways to where an order is changed, while nothing of it is packed, and to all that happened to it. */
export function ChangeAndStory({ order, manages, seesMoney }: WaysProps) {
  const href = useHref();
  const to = (page: string) => href(`/office/orders/${order.code}/${page}`);
  const mayChange = manages && order.state === 'placed' && order.boxes.length === 0;
  if (!mayChange && !seesMoney) return null;
  return (
    <div className="flex flex-wrap gap-3">
      {mayChange ? (
        <LinkButton kind="quiet" to={to('change')}>
          {m.changes_office_link()}
        </LinkButton>
      ) : null}
      {seesMoney ? (
        <LinkButton kind="quiet" to={to('story')}>
          {m.story_link()}
        </LinkButton>
      ) : null}
    </div>
  );
}

/** That the order was changed a moment ago. */
export function ChangedNotice() {
  const [search] = useSearchParams();
  if (search.get('done') !== 'change') return null;
  return (
    <div className="mb-6">
      <Notice tone="good" title={m.changes_office_done()} />
    </div>
  );
}
