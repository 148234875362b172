import type { ApiOutputs } from '@baunghe/api';
import type { ReactNode } from 'react';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

export type PlotRecord = ApiOutputs['plots']['list'][number];

/** Square metres as people read them. */
export const areaWords = (metres: number, locale: Locale): string =>
  m.farm_diary_area_m2({ area: metres.toLocaleString(locale) });

/** What is known of a plot, a line each. */
export function PlotFacts({ plot }: { plot: PlotRecord }) {
  const locale = useLocale();
  const facts: [string, ReactNode][] = [
    [m.farm_plot_member(), plot.memberName],
    [m.farm_plot_unit(), plot.plantingUnitCode],
    [m.farm_plot_area(), areaWords(plot.areaM2, locale)],
    [
      m.farm_plot_trees(),
      plot.trees.map((trees) => (
        <span key={trees.varietyCode} className="block">
          {m.farm_plot_trees_line({
            variety: nameIn(trees, locale),
            count: trees.count,
            year: trees.plantedYear,
          })}
        </span>
      )),
    ],
  ];
  return (
    <dl className="border-t-2 border-ink">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2">
            <dt className="text-muted">{name}</dt>
            <dd className="text-right font-semibold">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
