import { formatDong } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

/** What a cart or an order comes to: fruit, delivery, total. */
export interface Sums {
  goods: number;
  delivery: number;
  /** From what on delivery costs, where the province is not known yet; `delivery` is then the most. */
  deliveryFrom?: number | null;
  /** Why it is not sent. */
  notSent?: 'not_delivered' | 'too_heavy' | null;
  total: number;
  /** What a voucher takes off, and its code. */
  discount?: number;
  voucherCode?: string | null;
  /** What it takes off the fruit as it was weighed. */
  finalDiscount?: number | null;
  /** Whether the total is the most that it can be, since fruit is paid by its weight. */
  byWeight?: boolean;
  /** What the fruit cost once it was weighed. */
  final?: number | null;
}

function Row({ term, amount, strong }: { term: string; amount: string; strong?: boolean }) {
  return (
    <div
      className={`flex items-baseline justify-between gap-4 ${strong ? 'border-t-2 border-ink pt-2 text-22 font-extrabold' : ''}`}
    >
      <dt>{term}</dt>
      <dd className="text-right whitespace-nowrap">{amount}</dd>
    </div>
  );
}

function deliveryWords({ delivery, deliveryFrom, notSent }: Sums, locale: Locale): string {
  if (notSent) return m.delivery_fee_none();
  const fee = delivery === 0 ? m.shop_cart_delivery_free() : formatDong(delivery, locale);
  return deliveryFrom == null
    ? fee
    : m.delivery_fee_range({ from: formatDong(deliveryFrom, locale), to: fee });
}

/** What the line of a discount is called. */
export const discountWords = (code: string | null | undefined): string =>
  code ? m.vouchers_discount_of({ code }) : m.vouchers_discount();

/** The sums of a cart or an order, figures at the right. */
export function SumLines({ sums, id }: { sums: Sums; id?: string }) {
  const locale = useLocale();
  const atMost = sums.byWeight || sums.deliveryFrom != null;
  return (
    <dl id={id} className="space-y-2" aria-live="polite">
      <Row term={m.shop_cart_goods()} amount={formatDong(sums.goods, locale)} />
      <Row term={m.shop_cart_delivery()} amount={deliveryWords(sums, locale)} />
      {sums.discount ? (
        <Row term={discountWords(sums.voucherCode)} amount={`−${formatDong(sums.discount, locale)}`} />
      ) : null}
      <Row
        term={atMost ? m.buying_total_most() : m.shop_cart_total()}
        amount={formatDong(sums.total, locale)}
        strong={sums.final == null}
      />
      {sums.finalDiscount != null && sums.discount && sums.finalDiscount !== sums.discount ? (
        <Row term={m.vouchers_discount_weighed()} amount={`−${formatDong(sums.finalDiscount, locale)}`} />
      ) : null}
      {sums.final == null ? null : (
        <Row term={m.buying_total_weighed()} amount={formatDong(sums.final, locale)} strong />
      )}
    </dl>
  );
}
