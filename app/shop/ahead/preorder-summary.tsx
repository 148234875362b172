import type { ApiOutputs } from '@baunghe/api';
import { formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { DeliveryNote, type DeliveryPrices } from '../delivery-note';
import { SumLines } from '../sum-lines';

/** What a pre-order comes to. */
export type PreorderSums = Extract<ApiOutputs['preorders']['offer'], { ok: true }>['value']['sums'];

type PreorderSummaryProps = {
  sums: PreorderSums;
  prices: DeliveryPrices;
};

function Row({ term, amount }: { term: string; amount: string }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <dt>{term}</dt>
      <dd className="font-semibold whitespace-nowrap">{amount}</dd>
    </div>
  );
}

/** What it comes to, and what of it is paid now. */
export function PreorderSummary({ sums, prices }: PreorderSummaryProps) {
  const locale = useLocale();
  return (
    <section aria-labelledby="your-order" className="space-y-3 rounded-crate bg-leaf p-4 sm:p-6">
      <h2 id="your-order" className="text-22">
        {m.checkout_your_order()}
      </h2>
      <SumLines sums={sums} />
      <dl className="space-y-1 border-t border-line pt-2">
        <Row term={m.preorders_sum_deposit()} amount={formatDong(sums.deposit, locale)} />
        <Row term={m.preorders_sum_rest()} amount={formatDong(sums.total - sums.deposit, locale)} />
      </dl>
      <p className="text-14">{m.preorders_deposit_note()}</p>
      <DeliveryNote prices={prices} />
      <noscript>
        <p className="text-14">{m.preorders_recount()}</p>
      </noscript>
    </section>
  );
}
