import { Notice } from '~/components/notice';
import { formatDong } from '~/format';
import { weekWords } from '~/orchard/week-bars';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { FollowedOrder } from '../order-road';
import { unitsWords } from '../units';
import { ruleWords } from './rule-words';

type Ahead = NonNullable<FollowedOrder['preorder']>;

/** On the page of an order that was made ahead of its harvest: which week, how much of it is there, and the deposit. */
export function PreorderOfOrder({ order }: { order: FollowedOrder }) {
  const { preorder } = order;
  if (!preorder || preorder.state === 'lapsed') return null;
  return (
    <section aria-labelledby="ahead" className="space-y-3">
      <h2 id="ahead" className="border-b-2 border-ink pb-1 text-22">
        {m.preorders_order_title()}
      </h2>
      {preorder.state === 'cut' && preorder.served > 0 ? <Cut order={order} preorder={preorder} /> : null}
      <Facts order={order} preorder={preorder} />
    </section>
  );
}

function Cut({ order, preorder }: { order: FollowedOrder; preorder: Ahead }) {
  const locale = useLocale();
  const { served, wanted } = unitsOf(order, preorder, locale);
  const back = order.money.refunds
    .filter(({ reason }) => reason === 'short_harvest')
    .reduce((sum, { amount }) => sum + amount, 0);
  return (
    <Notice tone="plain" title={m.preorders_cut_title({ served, wanted })}>
      {back > 0 ? m.preorders_cut_back({ amount: formatDong(back, locale) }) : null}
      {order.money.missing > 0
        ? m.preorders_cut_missing({ missing: formatDong(order.money.missing, locale) })
        : null}
    </Notice>
  );
}

function Facts({ order, preorder }: { order: FollowedOrder; preorder: Ahead }) {
  const locale = useLocale();
  const { served, wanted } = unitsOf(order, preorder, locale);
  const waits = order.state === 'preordered';
  const isPaid = order.payment.state === 'received';
  const deposit = formatDong(isPaid ? order.money.received : order.money.missing, locale);
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
      <Fact term={m.preorders_which_week()}>{weekWords(preorder.monday, locale)}</Fact>
      <Fact term={m.preorders_order_wanted()}>{wanted}</Fact>
      <Fact term={m.preorders_order_served()}>{served}</Fact>
      {waits ? (
        <Fact term={m.preorders_order_deposit()}>
          {isPaid
            ? m.preorders_order_deposit_paid({ amount: deposit })
            : m.preorders_order_deposit_due({ amount: deposit })}
        </Fact>
      ) : null}
      {waits ? <Fact term={m.preorders_order_rule()}>{ruleWords(preorder.rule)}</Fact> : null}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt className="text-14 text-muted">{term}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  );
}

/** What was ordered and what is kept of it, in the units it is sold by. */
function unitsOf(order: FollowedOrder, preorder: Ahead, locale: Parameters<typeof unitsWords>[2]) {
  const unit = order.lines[0]?.product.saleUnit ?? 'kg';
  return {
    served: unitsWords(preorder.served, unit, locale),
    wanted: unitsWords(preorder.wanted, unit, locale),
  };
}
