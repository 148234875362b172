import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import { CrateLabel } from '~/components/crate-label';
import { formatDay, formatKilograms } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { cutAgo } from './cut-ago';

type Harvest = ApiOutputs['products']['list'][number]['harvests'][number];

/** The harvests that a product is sold from now, each with what is left of it and a way to its lot's page. */
export function HarvestList(props: { gtin: string; harvests: readonly Harvest[]; now: Date }) {
  const href = useHref();
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line border-y border-line">
      {props.harvests.map((harvest) => (
        <li key={harvest.batch} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
          <div className="min-w-0">
            <p className="font-semibold">
              {[harvest.plotName, harvest.memberName].filter(Boolean).join(', ')}
            </p>
            <p className="text-14 text-muted">
              {cutAgo(harvest.cutOn, props.now)} ({formatDay(harvest.cutOn, locale)}) ·{' '}
              {m.shop_product_harvest_best({ day: formatDay(harvest.bestBefore, locale) })}
            </p>
            <p className="font-semibold text-rind">
              {m.shop_product_harvest_left({ weight: formatKilograms(harvest.freeGrams, locale) })}
            </p>
          </div>
          <Link
            to={href(`/01/${props.gtin}/10/${encodeURIComponent(harvest.batch)}`)}
            reloadDocument
            className="no-underline hover:opacity-80"
          >
            <CrateLabel kind={m.shop_product_lot()} code={harvest.batch} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
