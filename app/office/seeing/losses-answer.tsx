import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { Answer } from './answer';
import { type Bar, BarRows } from './bar-rows';
import { groupedBy, sumOf } from './figures';
import { figuresOf } from './figures-of';
import { type Look, rowsPath } from './paths';
import { kindWords, percent, roughly } from './words';

const MOST_PLOTS = 6;

/** What was lost: for which reason, and from which plots. */
export function LossesAnswer({ look }: { look: Look }) {
  const locale = useLocale();
  const { spoiled, cut, plots, period } = look;
  const all = sumOf(spoiled.by, ({ grams }) => grams);
  const bars = (by: 'kind' | 'plot', name: (key: string) => string): Bar[] =>
    groupedBy(spoiled.by, ({ kind, plotCode }) => (by === 'kind' ? kind : plotCode))
      .map(([key, some]) => ({ key, grams: sumOf(some, ({ grams }) => grams) }))
      .sort((a, b) => b.grams - a.grams)
      .map(({ key, grams }) => ({
        ...{ key, name: name(key), to: rowsPath('losses', period, { [by]: key }) },
        value: `${roughly(grams, locale)} · ${percent(grams, all)}`,
        parts: [{ amount: grams, paint: 'dotted' }],
      }));
  const reasons = bars('kind', kindWords);
  const ofPlots = bars('plot', (code) => plotName(plots, code));
  const harvested = sumOf(cut, ({ grams }) => grams);
  const facts = { kg: roughly(all, locale), reason: reasons[0]?.name ?? '', share: percent(all, harvested) };
  return (
    <Answer
      question="losses"
      period={period}
      sentence={all === 0 ? m.seeing_losses_none() : m.seeing_losses_said(facts)}
      rule={m.seeing_losses_rule()}
      figures={figuresOf('losses', look, locale)}
    >
      {all === 0 ? null : (
        <>
          <figure>
            <figcaption className="mb-1 text-14 text-muted">{m.seeing_losses_by_reason()}</figcaption>
            <BarRows bars={reasons} />
          </figure>
          <figure>
            <figcaption className="mb-1 text-14 text-muted">{m.seeing_losses_by_plot()}</figcaption>
            <BarRows bars={ofPlots.slice(0, MOST_PLOTS)} />
          </figure>
        </>
      )}
    </Answer>
  );
}

const plotName = (plots: Look['plots'], code: string): string => {
  const plot = plots.find((each) => each.code === code);
  return plot ? `${code} · ${plot.name}` : code;
};
