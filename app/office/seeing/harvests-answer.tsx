import { formatDayOfYear } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { Answer } from './answer';
import { groupedBy, sumOf } from './figures';
import { figuresOf } from './figures-of';
import { Heat } from './heat';
import { type Look, rowsPath } from './paths';
import { roughly, weekShort } from './words';

/** Harvest by plot and week. */
export function HarvestsAnswer({ look }: { look: Look }) {
  const locale = useLocale();
  const { cut, weeks, plots, period } = look;
  const byPlot = groupedBy(cut, ({ plotCode }) => plotCode)
    .map(([code, some]) => ({ code, some, grams: sumOf(some, ({ grams }) => grams) }))
    .sort((a, b) => b.grams - a.grams);
  const [best] = byPlot;
  const plot = plots.find(({ code }) => code === best?.code);
  const facts = {
    kg: roughly(
      sumOf(cut, ({ grams }) => grams),
      locale,
    ),
    count: byPlot.length,
    plot: plot ? `${plot.code} · ${plot.name}` : '',
    most: roughly(best?.grams ?? 0, locale),
  };
  return (
    <Answer
      question="harvests"
      period={period}
      sentence={byPlot.length === 0 ? m.seeing_harvests_none() : m.seeing_harvests_said(facts)}
      rule={m.seeing_harvests_rule()}
      figures={figuresOf('harvests', look, locale)}
    >
      {byPlot.length === 0 ? null : (
        <figure>
          <figcaption className="mb-1 text-14 text-muted">{m.seeing_harvests_drawn()}</figcaption>
          <Heat
            tickWidth={locale === 'vi' ? 46 : 68}
            columns={weeks.map((monday) => ({
              ...{ key: monday.toISOString(), tick: formatDayOfYear(monday, locale) },
            }))}
            rows={byPlot.map(({ code, some, grams }) => ({
              ...{ key: code, name: code, sum: roughly(grams, locale) },
              to: rowsPath('harvests', period, { plot: code }),
              cells: new Map(
                some.map(({ monday, grams: amount }) => {
                  const title = `${code}, ${weekShort(monday, locale)}: ${roughly(amount, locale)}`;
                  return [monday.toISOString(), { amount, title }];
                }),
              ),
            }))}
          />
        </figure>
      )}
    </Answer>
  );
}
