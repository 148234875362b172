import { useId } from 'react';
import { Button } from '~/components/button';
import { Notice } from '~/components/notice';
import { RadioCards } from '~/components/radio-cards';
import { formatDayOfYear, formatWeekday } from '~/format';
import * as m from '~/paraglide/messages.js';
import type { Priced } from '~/shop/place-order.server';
import { useLocale } from '~/use-locale';
import { arrivalWords } from './day-words';

type Sums = Pick<Priced, 'days' | 'goodUntil' | 'notSent'>;

type DayPartProps = {
  sums: Sums;
  /** Whether the province is known, and with it the days. */
  known: boolean;
  chosen: string;
  error: string | null;
};

/** The day on which the fruit arrives, chosen of those that the province's area has. */
export function DayPart(props: DayPartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-4">
      <h2 id={id} className="border-b-2 border-ink pb-1 text-22">
        {m.delivery_day_title()}
      </h2>
      <Days {...props} />
    </section>
  );
}

function Days({ sums, known, chosen, error }: DayPartProps) {
  const locale = useLocale();
  const { days, goodUntil, notSent } = sums;
  if (notSent)
    return (
      <Notice tone="care">{notSent === 'too_heavy' ? m.delivery_too_heavy() : m.delivery_not_sent()}</Notice>
    );
  if (!known) return <NotYet />;
  if (days.length === 0) return <p>{m.delivery_day_none()}</p>;
  const keys = days.map(({ leaveOn }) => leaveOn.toISOString().slice(0, 10));
  const choices = days.map((day, at) => ({
    value: keys[at] ?? '',
    title: arrivalWords(day, locale),
    note: (
      <>
        {m.delivery_day_leaves({ day: formatDayOfYear(day.leaveOn, locale) })}
        {goodUntil !== null && day.arriveOn > goodUntil ? (
          <span className="block font-semibold text-soil">
            {m.delivery_day_late({ day: formatWeekday(goodUntil, locale) })}
          </span>
        ) : null}
      </>
    ),
    aside: at === 0 ? <span className="text-14 text-muted">{m.delivery_day_soonest()}</span> : null,
  }));
  return (
    <RadioCards
      legend={m.delivery_day_legend()}
      name="leaveOn"
      choices={choices}
      defaultValue={keys.includes(chosen) ? chosen : keys[0]}
      error={error}
    />
  );
}

function NotYet() {
  return (
    <div className="space-y-3">
      <p className="text-muted">{m.delivery_day_unknown()}</p>
      <Button kind="quiet" name="look" value="days">
        {m.delivery_day_look()}
      </Button>
    </div>
  );
}
