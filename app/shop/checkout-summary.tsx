import { Link } from '@remix-run/react';
import { formatDong } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { DeliveryNote, type DeliveryPrices } from './delivery-note';
import { lineKey } from './line-key';
import { markedWords } from './marked-words';
import type { Priced } from './place-order.server';
import { SumLines, type Sums } from './sum-lines';
import { unitsWords } from './units';

type CheckoutSummaryProps = {
  lines: Priced['lines'];
  sums: Sums;
  prices: DeliveryPrices;
};

/** What is being ordered and what it comes to. */
export function CheckoutSummary({ lines, sums, prices }: CheckoutSummaryProps) {
  const href = useHref();
  const locale = useLocale();
  const byWeight = lines.some((line) => line.estimate !== null);
  return (
    <section aria-labelledby="your-order" className="space-y-3 rounded-crate bg-leaf p-4 sm:p-6">
      <h2 id="your-order" className="text-22">
        {m.checkout_your_order()}
      </h2>
      <ul className="space-y-2">
        {lines.map(({ product, quantity, lineSum, estimate, ...line }) => (
          <li key={lineKey(line)} className="flex items-baseline justify-between gap-4">
            <span>
              {nameIn(product, locale)}{' '}
              <span className="whitespace-nowrap text-muted">
                × {unitsWords(quantity, product.saleUnit, locale)}
              </span>
              {line.marked ? <span className="block text-14">{markedWords(line, locale)}</span> : null}
              {estimate === null ? null : (
                <span className="block text-14">
                  {m.buying_estimate({
                    estimate: formatDong(estimate, locale),
                    most: formatDong(lineSum, locale),
                  })}
                </span>
              )}
            </span>
            <span className="whitespace-nowrap">{formatDong(lineSum, locale)}</span>
          </li>
        ))}
      </ul>
      <SumLines sums={{ ...sums, byWeight }} />
      {byWeight ? <p className="text-14">{m.buying_weigh_terms()}</p> : null}
      <DeliveryNote prices={prices} />
      <Link
        to={href('/cart')}
        className="inline-flex min-h-11 items-center font-semibold text-rind underline underline-offset-4"
      >
        {m.checkout_change_cart()}
      </Link>
    </section>
  );
}
