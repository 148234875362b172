import { Link } from '@remix-run/react';
import * as m from '~/paraglide/messages.js';
import { weekName } from '~/shop/ahead/by-week';
import { useHref, useLocale } from '~/use-locale';
import type { Order } from './form-state';

/** That an order was made ahead of its harvest: which week, and how much is kept for it. */
export function Ahead({ order }: { order: Order }) {
  const href = useHref();
  const locale = useLocale();
  const { preorder } = order;
  if (!preorder) return null;
  const { monday, served, wanted, offerId } = preorder;
  return (
    <section className="border-l-4 border-rind pl-4">
      <p className="font-semibold">{m.preorders_office_order({ week: weekName(monday, locale) })}</p>
      <p>{m.preorders_office_kept({ served, wanted })}</p>
      <Link
        to={href(`/office/preorders/${offerId}`)}
        className="inline-flex min-h-11 items-center underline underline-offset-4"
      >
        {m.preorders_office_offer()}
      </Link>
    </section>
  );
}
