import { Link } from '@remix-run/react';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { fruitWords } from './fruit-words';
import type { FruitYear } from './seasons';
import { YearStrip } from './year-strip';

/** The year of all fruit, a branch for each kind, and the way to the calendar of varieties. */
export function SeasonYear({ year, month }: { year: readonly FruitYear[]; month: number }) {
  const href = useHref();
  const rows = year.map(({ fruit, ripeMonths }) => ({
    ...{ key: fruit, name: fruitWords(fruit), months: ripeMonths },
    to: href(`/products?fruit=${fruit}`),
  }));
  return (
    <section aria-labelledby="season" className="grid gap-x-10 gap-y-4 lg:grid-cols-[1fr_2fr]">
      <div>
        <h2 id="season" className="text-22 sm:text-28">
          {m.shop_season_title()}
        </h2>
        <p className="mt-1 text-muted">{m.shop_season_lead()}</p>
        <Link
          to={href('/seasons')}
          className="inline-flex min-h-11 items-center font-semibold text-rind underline underline-offset-4"
        >
          {m.finding_seasons_see()}
        </Link>
      </div>
      <YearStrip rows={rows} month={month} />
    </section>
  );
}
