import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import { CrateLabel } from '~/components/crate-label';
import { daysFrom, formatDay, formatKilograms } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { cutAgo } from './cut-ago';

type Harvest = ApiOutputs['products']['list'][number]['harvests'][number];

/** The orchard, as a way to its page where its grower agreed to be shown. */
function WhoseOrchard({ harvest }: { harvest: Harvest }) {
  const href = useHref();
  const { plotName, plotCode, memberName } = harvest;
  if (memberName === null) return <p className="font-semibold">{plotName}</p>;
  return (
    <Link
      to={href(`/orchards/${plotCode.toLowerCase()}`)}
      className="inline-flex min-h-11 items-center font-semibold text-rind underline underline-offset-4"
    >
      {`${plotName}, ${memberName}`}
    </Link>
  );
}

/** The harvests that a product is sold from now, each with what is left of it and a way to its lot's page. */
export function HarvestList(props: {
  gtin: string;
  harvests: readonly Harvest[];
  now: Date;
  /** That the page is their orchard's own. */
  atHome?: boolean;
}) {
  const href = useHref();
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line border-y border-line">
      {props.harvests.map((harvest) => (
        <li
          key={harvest.batch}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 sm:flex-nowrap"
        >
          {harvest.photoId ? (
            <img
              src={`/photos/${harvest.photoId}`}
              alt={m.finding_harvest_photo({ plot: harvest.plotName })}
              width="88"
              height="66"
              loading="lazy"
              className="aspect-4/3 w-22 rounded-crate bg-leaf object-cover"
            />
          ) : null}
          <div className="min-w-0 grow">
            {props.atHome ? null : <WhoseOrchard harvest={harvest} />}
            <p className="text-14 text-muted">
              {cutAgo(harvest.cutOn, props.now)} ({formatDay(harvest.cutOn, locale)}) ·{' '}
              {m.shop_product_harvest_best({ day: formatDay(harvest.bestBefore, locale) })} (
              {m.finding_days_left({ days: daysFrom(props.now, harvest.bestBefore) })})
            </p>
            <p className="font-semibold text-rind">
              {m.shop_product_harvest_left({ weight: formatKilograms(harvest.freeGrams, locale) })}
            </p>
          </div>
          <Link
            to={href(`/01/${props.gtin}/10/${encodeURIComponent(harvest.batch)}`)}
            reloadDocument
            className="shrink-0 no-underline hover:opacity-80"
          >
            <CrateLabel kind={m.shop_product_lot()} code={harvest.batch} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
