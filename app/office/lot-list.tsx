import { Link } from '@remix-run/react';
import { formatDay } from '~/format';
import { DaysLeft } from '~/office/lot-days-left';
import { type Lot, LotBar, LotState, lotFruit } from '~/office/lot-in-store';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';

/** Lots as a phone shows them: one under the other, each with what is left of it. */
export function LotList({ lots, today }: { lots: Lot[]; today: Date }) {
  const href = useHref();
  const locale = useLocale();
  return (
    <ul className="border-t-2 border-ink">
      {lots.map((lot) => (
        <li key={lot.lotId} className="border-b border-line">
          <Link to={href(`/office/lots/${lot.batch}`)} className="grid gap-1 py-3">
            <span className="flex flex-wrap items-center justify-between gap-2">
              <span className="font-semibold underline underline-offset-4">{lot.batch}</span>
              <LotState lot={lot} today={today} />
            </span>
            <span>
              {lotFruit(lot, locale)} · {lot.plotCode}
            </span>
            <span className="text-14 text-muted">
              {m.office_lot_cut_on({ day: formatDay(lot.cutOn, locale) })}
            </span>
            <DaysLeft lot={lot} today={today} />
            <LotBar lot={lot} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
