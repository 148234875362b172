import { Link } from '@remix-run/react';
import { MapSketch } from '~/components/map-sketch';
import { Sign } from '~/components/sign';
import { formatDay } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { Certificates, type ShownCertificate } from './certificates';
import { cutAgo } from './cut-ago';

/** Where the fruit on sale comes from, as far as a product's page tells it. */
export interface ShortOrigin {
  lotPath: string;
  batch: string;
  cutOn: Date;
  plot: { name: string; code: string; areaM2: number; outline: [number, number][] };
  memberName: string | null;
  /** What the diary says of spraying: every interval kept, one not kept, or nothing sprayed. */
  verdict: 'kept' | 'open' | 'none';
  diaryEntries: number;
  /** Under which it was cut. */
  certificates: ShownCertificate[];
}

function Verdict({ origin }: { origin: ShortOrigin }) {
  const words = {
    kept: () => m.shop_product_diary_kept({ count: origin.diaryEntries }),
    open: () => m.shop_product_diary_open(),
    none: () => m.shop_product_diary_none(),
  };
  const open = origin.verdict === 'open';
  return (
    <p
      className={`mt-3 flex items-start gap-2 rounded-crate p-3 ${open ? 'bg-soil-soft text-soil' : 'bg-leaf text-rind'}`}
    >
      <Sign name={open ? 'care' : 'check'} size={22} />
      <span>{words[origin.verdict]()}</span>
    </p>
  );
}

/** The origin of the fruit on sale as a short story, with a sketch of the orchard and the diary's verdict. */
export function OriginStory({ origin, now }: { origin: ShortOrigin; now: Date }) {
  const href = useHref();
  const locale = useLocale();
  const { plot, memberName, batch } = origin;
  const area = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(plot.areaM2 / 10_000);
  return (
    <section aria-labelledby="origin" className="grid gap-6 sm:grid-cols-2">
      <div>
        <h2 id="origin" className="text-22">
          {m.shop_product_origin()}
        </h2>
        <p className="mt-2">
          {m.shop_product_origin_story({
            ago: cutAgo(origin.cutOn, now),
            day: formatDay(origin.cutOn, locale),
            plot: plot.name,
            code: plot.code,
            area,
          })}{' '}
          {memberName ? m.shop_product_origin_grower({ grower: memberName }) : null}
        </p>
        <Verdict origin={origin} />
        <Certificates certificates={origin.certificates} />
        <Link
          to={href(origin.lotPath)}
          reloadDocument
          className="mt-2 inline-flex min-h-11 items-center font-semibold text-rind underline underline-offset-4"
        >
          {m.shop_product_see_lot({ batch })}
        </Link>
      </div>
      <MapSketch ring={plot.outline} label={m.shop_product_origin_map({ plot: plot.name })} />
    </section>
  );
}
