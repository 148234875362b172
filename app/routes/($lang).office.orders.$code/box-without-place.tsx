import { useSearchParams } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { useOutbox } from '~/offline/outbox';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { mayPack, type Order } from './form-state';

/** For who came to put a packed box right (`?entry=`) that the order has no place for any more: it still waits on the phone. */
export function BoxWithoutPlace({ order }: { order: Order }) {
  const [search] = useSearchParams();
  const outbox = useOutbox();
  const href = useHref();
  const entry = outbox?.entries.find(({ id }) => id === search.get('entry'));
  if (entry?.kind !== 'pack' || entry.state === 'sent') return null;
  const lineId = entry.fields.find(([name]) => name === 'lineId')?.[1];
  if (mayPack(order) && order.lines.some((line) => line.id === lineId && line.packedUnits < line.quantity))
    return null;
  return (
    <Notice tone="care" title={m.offline_pack_no_place()}>
      <p className="mb-2">{m.offline_pack_no_place_text()}</p>
      <LinkButton to={href('/office/outbox')} kind="quiet" tall>
        {m.offline_outbox_title()}
      </LinkButton>
    </Notice>
  );
}
