import { LinkButton } from '~/components/button';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import type { FollowedOrder } from './order-road';
import { Stars } from './stars';

/** The way to the page on which a line of an order is rated; the key opens it. */
export const ratePath = (code: string, lineId: string, orderKey: string): string =>
  `/orders/${code}/rate/${lineId}?key=${encodeURIComponent(orderKey)}`;

/** The lines of a delivered order, each to be rated once. */
export function RateLines({ order, orderKey }: { order: FollowedOrder; orderKey: string }) {
  const href = useHref();
  const locale = useLocale();
  if (order.state !== 'delivered') return null;
  return (
    <section aria-labelledby="rate">
      <h2 id="rate" className="text-22">
        {m.finding_rate_lines()}
      </h2>
      <p className="mt-1 text-muted">{m.finding_rate_lines_text()}</p>
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {order.lines.map(({ id, product, stars, ratingErased }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
            <span className="font-semibold">{nameIn(product, locale)}</span>
            {ratingErased ? (
              <span className="text-muted">{m.finding_rate_erased()}</span>
            ) : (
              <span className="flex flex-wrap items-center gap-x-4 gap-y-2">
                {stars === null ? null : <Stars stars={stars} />}
                <LinkButton kind="quiet" to={href(ratePath(order.code, id, orderKey))}>
                  {stars === null ? m.finding_rate_go() : m.finding_rate_look()}
                  <span className="sr-only">: {nameIn(product, locale)}</span>
                </LinkButton>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
