import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { hectares } from './units';

type Orchard = ApiOutputs['orchards']['list'][number];

/** An orchard in a list: whose it is, what grows there, and whether fruit of it is on sale. */
export function OrchardCard({ orchard }: { orchard: Orchard }) {
  const href = useHref();
  const locale = useLocale();
  const { code, name, member, trees, areaM2, harvestsOnSale } = orchard;
  return (
    <article className="group relative flex h-full flex-col gap-2 rounded-crate border-2 border-edge bg-card p-4 focus-within:border-rind hover:border-rind">
      <div className="flex gap-2">
        {trees.slice(0, 3).map(({ varietyCode, picture }) => (
          <img
            key={varietyCode}
            src={`/pictures/${picture}`}
            alt=""
            width="64"
            height="48"
            loading="lazy"
            className="h-12 w-16 rounded-crate bg-leaf object-contain p-1"
          />
        ))}
      </div>
      <h2 className="text-18">
        <Link
          to={href(`/orchards/${code.toLowerCase()}`)}
          className="after:absolute after:inset-0 group-hover:underline"
        >
          {name}
        </Link>
      </h2>
      <p>{m.shop_product_origin_grower({ grower: member.name })}</p>
      <p className="text-14 text-muted">
        {[...trees.map((tree) => nameIn(tree, locale)), hectares(areaM2, locale)].join(' · ')}
      </p>
      {harvestsOnSale > 0 ? (
        <p className="mt-auto">
          <Badge tone="ripe">{m.finding_orchard_on_sale({ count: harvestsOnSale })}</Badge>
        </p>
      ) : null}
    </article>
  );
}
