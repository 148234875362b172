import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import { formatDay, formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { cutAgo } from '~/shop/cut-ago';
import { StarsMean } from '~/shop/stars';
import { perKilogram, soldByWords, unitsWords } from '~/shop/units';
import { useHref, useLocale } from '~/use-locale';
import { Badge } from './badge';

type Product = ApiOutputs['products']['list'][number];

/** What a card tells of a product. */
export type ProductOnCard = Pick<
  Product,
  | 'slug'
  | 'picture'
  | 'price'
  | 'saleUnit'
  | 'unitGrams'
  | 'mostGrams'
  | 'unitsLeft'
  | 'comingOn'
  | 'rating'
  | 'markdowns'
> & {
  name: string;
  /** The harvest that is sold first; null when none is left. */
  freshest: Pick<Product['harvests'][number], 'cutOn' | 'plotName' | 'memberName'> | null;
};

const lowest = (offers: ProductOnCard['markdowns']): number | null =>
  offers.length === 0 ? null : Math.min(...offers.map(({ price }) => price));

/** A product on a shelf: picture, name, price per unit, days since cutting and whose orchard. The whole card leads on. */
export function ProductCard({ product, now }: { product: ProductOnCard; now: Date }) {
  const href = useHref();
  const locale = useLocale();
  const { freshest, unitsLeft } = product;
  const cheapest = lowest(product.markdowns);
  const kiloPrice = perKilogram(product, locale);
  return (
    <article className="group relative flex h-full overflow-hidden rounded-crate border-2 border-edge bg-card focus-within:border-rind hover:border-rind sm:flex-col">
      <div className="flex w-28 shrink-0 items-center justify-center bg-leaf p-2 sm:w-full sm:p-4">
        <img
          src={`/pictures/${product.picture}`}
          alt=""
          width="220"
          height="165"
          loading="lazy"
          className="aspect-4/3 w-full object-contain"
        />
      </div>
      <div className="flex min-w-0 grow flex-col gap-1 p-3 sm:p-4">
        <h3 className="text-16 sm:text-18">
          <Link
            to={href(`/products/${product.slug}`)}
            prefetch="intent"
            className="after:absolute after:inset-0 group-hover:underline"
          >
            {product.name}
          </Link>
        </h3>
        <p>
          <span className="text-18 font-extrabold text-rind">{formatDong(product.price, locale)}</span>
          <span className="text-14 text-muted"> / {soldByWords(product, locale)}</span>
        </p>
        {kiloPrice ? <p className="text-14 text-muted">{kiloPrice}</p> : null}
        {product.rating ? <StarsMean rating={product.rating} /> : null}
        {cheapest === null ? null : (
          <p className="self-start rounded-crate bg-flesh px-2 text-14 font-semibold text-on-flesh">
            {m.markdown_from_card({ price: formatDong(cheapest, locale) })}
          </p>
        )}
        {freshest && unitsLeft > 0 ? (
          <p className="mt-auto text-14 text-muted">
            <span className="font-semibold text-ink">{cutAgo(freshest.cutOn, now)}</span>
            {' · '}
            {[freshest.plotName, freshest.memberName].filter(Boolean).join(', ')}
            {' · '}
            <span className="whitespace-nowrap">
              {m.shop_left_units({ units: unitsWords(unitsLeft, product.saleUnit, locale) })}
            </span>
          </p>
        ) : (
          <p className="mt-auto flex flex-wrap gap-x-2 gap-y-1 text-14">
            {cheapest === null ? <Badge tone="plain">{m.shop_sold_out()}</Badge> : null}
            {product.comingOn ? m.finding_coming({ day: formatDay(product.comingOn, locale) }) : null}
          </p>
        )}
      </div>
    </article>
  );
}
