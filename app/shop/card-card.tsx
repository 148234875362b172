import { Button } from '~/components/button';
import { Notice } from '~/components/notice';
import { formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import type { FollowedOrder } from './order-road';

/** How the card of an order stands, and the way to the card company's page while it is to be paid. */
export function CardCard({ order, orderKey }: { order: FollowedOrder; orderKey: string }) {
  const locale = useLocale();
  const href = useHref();
  const { card } = order;
  if (card?.state === 'authorised')
    return <Notice tone="good">{m.order_card_kept({ total: formatDong(card.kept, locale) })}</Notice>;
  if (card?.state === 'captured')
    return <Notice tone="good">{m.order_card_taken({ total: formatDong(card.taken, locale) })}</Notice>;
  if (!order.mayPayByCard) return null;
  return (
    <section className="space-y-3 border-l-4 border-flesh bg-card p-5">
      <h2 className="text-22">{m.order_card_title()}</h2>
      <p>{m.order_card_text({ total: formatDong(order.total, locale) })}</p>
      {card?.trouble ? <Notice tone="care">{m.order_card_trouble()}</Notice> : null}
      <form method="post" action={href(`/orders/${order.code}/card`)}>
        <input type="hidden" name="orderKey" value={orderKey} />
        <Button>{m.order_card_do()}</Button>
      </form>
    </section>
  );
}
