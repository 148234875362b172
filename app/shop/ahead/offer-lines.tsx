import { Link } from '@remix-run/react';
import { formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { soldByWords } from '~/shop/units';
import { useHref, useLocale } from '~/use-locale';
import { weekName } from './by-week';
import type { Offer } from './rule-words';

/** On a product's page: the weeks of which it can be ordered ahead, each in a line. */
export function OfferLines({ offers }: { offers: readonly Offer[] }) {
  const href = useHref();
  const locale = useLocale();
  const open = offers.filter(({ unitsLeft }) => unitsLeft > 0);
  if (open.length === 0) return null;
  return (
    <ul className="mt-4">
      {open.map(({ offerId, monday, price, product, depositPercent }) => (
        <li key={offerId}>
          <Link
            to={href(`/pre-orders/${offerId}`)}
            className="inline-flex min-h-11 items-center font-semibold text-rind underline underline-offset-4"
          >
            {m.preorders_on_product({
              week: weekName(monday, locale),
              price: `${formatDong(price, locale)} / ${soldByWords({ ...product, mostGrams: null }, locale)}`,
              percent: depositPercent,
            })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
