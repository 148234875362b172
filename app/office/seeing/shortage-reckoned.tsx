import type { ApiOutputs } from '@baunghe/api';
import type { SerializeFrom } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { formatDay } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { rowsPath } from './paths';
import { roughly } from './words';

type Shortage = NonNullable<SerializeFrom<ApiOutputs['seeing']['rows']>['shortage']>;

/** How a shortage comes about, since what is usually sold is no row of it: that leads to the sales it is the mean of. */
export function ShortageReckoned({ shortage: { ahead, usual } }: { shortage: Shortage }) {
  const [locale, href] = [useLocale(), useHref()];
  const { forecast, stock, preordered, short, shortOfUsual, varietyCode } = ahead;
  const kilos = (grams: number) => roughly(grams, locale);
  const days = { kind: 'days', from: new Date(usual.from), to: new Date(usual.to) } as const;
  const sums = { have: kilos(forecast + stock), preordered: kilos(preordered), usual: kilos(ahead.usual) };
  return (
    <p className="mb-4 max-w-prose">
      {m.seeing_shortage_how({ ...sums, short: kilos(short + shortOfUsual) })}{' '}
      <Link
        to={href(rowsPath('sales', { ...days, before: days }, { variety: varietyCode }))}
        className="inline-flex min-h-11 items-center underline underline-offset-4"
      >
        {m.seeing_shortage_sales({ from: formatDay(days.from, locale), to: formatDay(days.to, locale) })}
      </Link>
    </p>
  );
}
