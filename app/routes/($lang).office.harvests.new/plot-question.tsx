import type { ApiOutputs } from '@baunghe/api';
import { Notice } from '~/components/notice';
import { RadioCards } from '~/components/radio-cards';
import { formatDay } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

export type Plots = ApiOutputs['harvests']['plots'];

type PlotQuestionProps = {
  plots: Plots;
  chosen: string;
  onChange: (plotId: string) => void;
  error?: string;
  /** The day in Vietnam, as 2026-11-24. */
  today: string;
};

/** Which plot; one whose pre-harvest interval is still open says from which day it may be cut. */
export function PlotQuestion({ plots, chosen, onChange, error, today }: PlotQuestionProps) {
  const closed = plots.find((plot) => plot.id === chosen && plot.notBefore);
  const manyGrowers = new Set(plots.map((plot) => plot.memberId)).size > 1;
  return (
    <div className="grid gap-3">
      <RadioCards
        legend={m.office_harvest_plot()}
        name="plotId"
        columns={plots.length > 6 ? 2 : 1}
        required
        defaultValue={chosen}
        onChange={onChange}
        error={error}
        choices={plots.map((plot) => ({
          value: plot.id,
          title: `${plot.code} · ${plot.name}`,
          sign: plot.notBefore ? ('care' as const) : undefined,
          note: <PlotNote plot={plot} today={today} named={manyGrowers} />,
        }))}
      />
      {closed ? <Closed plot={closed} today={today} /> : null}
    </div>
  );
}

type Plot = Plots[number];

function PlotNote({ plot, today, named }: { plot: Plot; today: string; named: boolean }) {
  const words = useClosedWords(plot, today);
  return (
    <>
      {named ? <span className="block">{plot.memberName}</span> : null}
      {words ? <span className="block font-semibold text-soil">{words}</span> : null}
    </>
  );
}

function Closed({ plot, today }: { plot: Plot; today: string }) {
  const locale = useLocale();
  const words = useClosedWords(plot, today);
  if (!plot.notBefore || !words) return null;
  const { inputName, appliedOn } = plot.notBefore;
  return (
    <Notice tone="care" title={words}>
      {m.office_harvest_plot_why({ input: inputName, day: formatDay(appliedOn, locale) })}
    </Notice>
  );
}

function useClosedWords(plot: Plot, today: string): string | null {
  const locale = useLocale();
  if (!plot.notBefore) return null;
  const { freeFrom } = plot.notBefore;
  const days = Math.round((freeFrom.getTime() - Date.parse(today)) / 86_400_000);
  return m.office_harvest_plot_closed_until({ plot: plot.code, day: formatDay(freeFrom, locale), days });
}

/** Which variety, of those on the plots. */
export function VarietyQuestion({ plots, typed, error }: { plots: Plots; typed?: string; error?: string }) {
  const locale = useLocale();
  const varieties = new Map(
    plots.flatMap((plot) => plot.varieties.map((variety) => [variety.code, variety] as const)),
  );
  const on = (code: string) =>
    plots.filter((plot) => plot.varieties.some((variety) => variety.code === code)).map((plot) => plot.code);
  const offered = varieties.has(typed ?? '') ? typed : plots[0]?.varieties[0]?.code;
  return (
    <RadioCards
      key={plots.map((plot) => plot.id).join()}
      legend={m.office_harvest_variety()}
      name="varietyCode"
      columns={2}
      required
      defaultValue={offered}
      error={error}
      choices={[...varieties.values()].map((variety) => ({
        value: variety.code,
        title: nameIn(variety, locale),
        note: plots.length > 1 ? m.office_harvest_variety_on({ plots: on(variety.code).join(', ') }) : null,
      }))}
    />
  );
}
