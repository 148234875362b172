import { Form } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { Sign } from '~/components/sign';
import { formatDong, formatInstant } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import type { FollowedOrder } from '../order-road';
import { unitsWords } from '../units';
import { changedWords } from './history-words';
import { ownPath } from './own-path';

type OwnProps = { order: FollowedOrder; orderKey: string };

/** What a buyer can do with an order now: change it, tell of bad fruit, get the bill. A page for rating it belongs here. */
export function OrderActions({ order, orderKey }: OwnProps) {
  const href = useHref();
  const to = (page: string) => href(ownPath(order.code, orderKey, page));
  const sent = order.state === 'shipped' || order.state === 'delivered';
  return (
    <section aria-labelledby="actions" className="print:hidden">
      <h2 id="actions" className="sr-only">
        {m.after_actions()}
      </h2>
      <div className="flex flex-wrap gap-3">
        {order.after.mayChange ? (
          <LinkButton kind="quiet" to={to('change')}>
            {m.after_change()}
          </LinkButton>
        ) : null}
        {order.state === 'preordered' ? (
          <LinkButton kind="quiet" to={to('change')}>
            {m.preorders_cancel_link()}
          </LinkButton>
        ) : null}
        {sent && !order.after.replacement ? (
          <LinkButton kind="quiet" to={to('claim')}>
            {m.after_claim_open()}
          </LinkButton>
        ) : null}
        <LinkButton kind="quiet" to={to('bill.pdf')} reloadDocument>
          <Sign name="receipt" />
          {m.after_bill()}
        </LinkButton>
      </div>
      <p className="mt-2 text-14 text-muted">{m.after_print()}</p>
    </section>
  );
}

/** The same fruit again: what is still sold of it goes into the cart, and what is not is said. */
export function BuyAgain({ order, orderKey }: OwnProps) {
  const locale = useLocale();
  const href = useHref();
  const { again } = order.after;
  if (['preordered', 'placed', 'packed'].includes(order.state) || order.after.replacement) return null;
  return (
    <section aria-labelledby="again" className="print:hidden">
      <h2 id="again" className="mb-2 border-b-2 border-ink pb-1 text-22">
        {m.after_again_title()}
      </h2>
      <ul className="mb-3 space-y-1">
        {order.lines.map(({ id, product: bought, quantity }) => {
          const product = nameIn(bought, locale);
          const line = again.find(({ productId }) => productId === bought.id);
          if (!line) return <li key={id}>{m.after_again_gone({ product })}</li>;
          const left = unitsWords(line.unitsLeft, bought.saleUnit, locale);
          if (line.unitsLeft < quantity) return <li key={id}>{m.after_again_less({ product, left })}</li>;
          const units = unitsWords(quantity, bought.saleUnit, locale);
          const price = formatDong(line.lineSum, locale);
          return <li key={id}>{m.after_again_price({ product, quantity: units, price })}</li>;
        })}
      </ul>
      {again.length === 0 ? (
        <p className="text-muted">{m.after_again_none()}</p>
      ) : (
        <Form method="post" action={href(ownPath(order.code, orderKey))}>
          <Button>
            <Sign name="cart" />
            {m.after_again_do()}
          </Button>
        </Form>
      )}
    </section>
  );
}

/** What was changed of an order before it was packed. */
export function Changes({ order }: { order: FollowedOrder }) {
  const locale = useLocale();
  const { changes } = order.after;
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes" className="mb-2 border-b-2 border-ink pb-1 text-22">
        {m.after_history()}
      </h2>
      <ul className="divide-y divide-line">
        {changes.map((change) => (
          <li key={`${change.kind}${change.at}`} className="py-2">
            {changedWords(change.kind)}
            {change.totalBefore === change.totalAfter
              ? null
              : `: ${m.after_history_total({
                  before: formatDong(change.totalBefore, locale),
                  after: formatDong(change.totalAfter, locale),
                })}`}
            <span className="block text-14 text-muted">
              {m.after_history_by({
                who: change.by === 'buyer' ? m.after_by_you() : m.after_by_coop(),
                at: formatInstant(change.at, locale),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
