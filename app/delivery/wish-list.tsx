import type { ApiOutputs } from '@baunghe/api';
import { formatWeekday } from '~/format';
import * as m from '~/paraglide/messages.js';
import { spacedPhone } from '~/shop/order-road';
import { useLocale } from '~/use-locale';
import { arrivalWords, ripenessWords } from './day-words';

type Order = Extract<ApiOutputs['officeOrders']['one'], { ok: true }>['value'];

type WishListProps = { of: Pick<Order, 'day' | 'ripeness' | 'gift' | 'invoice'> };

/** The day of an order, and what its buyer wished: how ripe, for whom, with which words, billed to whom. */
export function WishList({ of: { day, ripeness, gift, invoice } }: WishListProps) {
  const locale = useLocale();
  if (!day && !ripeness && !gift && !invoice) return null;
  const rows: [term: string, words: string | null][] = [
    [m.delivery_leave_on(), day && formatWeekday(day.leaveOn, locale)],
    [m.delivery_arrive_on(), day && arrivalWords(day, locale)],
    [m.delivery_ripeness(), ripeness && ripenessWords(ripeness)],
    [
      m.delivery_gift_to(),
      gift?.recipient ? `${gift.recipient.name}, ${spacedPhone(gift.recipient.phone)}` : null,
    ],
    [m.delivery_gift_says(), gift?.note ?? null],
    [m.delivery_gift_title(), gift?.noPrices ? m.delivery_gift_no_prices() : null],
    [
      m.delivery_invoice_to(),
      invoice && [invoice.company, invoice.taxCode, invoice.address, invoice.email].join(' · '),
    ],
  ];
  return (
    <section aria-labelledby="wishes">
      <h2 id="wishes" className="mb-2 border-b-2 border-ink pb-1 text-22">
        {m.delivery_wished()}
      </h2>
      <dl className="space-y-2">
        {rows.map(([term, words]) =>
          words ? (
            <div key={term}>
              <dt className="text-14 text-muted">{term}</dt>
              <dd className="[overflow-wrap:anywhere]">{words}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </section>
  );
}
