import type { ApiOutputs } from '@baunghe/api';
import { formatDay, formatDayOfYear, formatKilograms } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { weekNumber } from './week-number';

const WIDTH = 300;

/** Each week as two drawn bars with their figures: what was expected, and what was cut. */
export function WeekBars({ weeks }: { weeks: ApiOutputs['forecasts']['weeks'] }) {
  const locale = useLocale();
  const most = Math.max(1, ...weeks.flatMap(({ expectedGrams, cutGrams }) => [expectedGrams, cutGrams]));
  const width = (grams: number) => (grams > 0 ? Math.max(2, (grams / most) * WIDTH) : 0);
  return (
    <ol className="border-t-2 border-ink">
      {weeks.map(({ monday, expectedGrams, cutGrams }) => (
        <li key={monday.toISOString()} className="border-b border-line py-2">
          <span className="flex flex-wrap justify-between gap-x-3">
            <span className="font-semibold">{weekWords(monday, locale)}</span>
            <span>
              {m.farm_forecast_expected({ kg: formatKilograms(expectedGrams, locale) })}
              {' · '}
              {m.farm_forecast_cut({ kg: formatKilograms(cutGrams, locale) })}
            </span>
          </span>
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${WIDTH} 24`}
            preserveAspectRatio="none"
            className="h-6 w-full"
          >
            <rect
              x="0"
              y="1"
              width={width(expectedGrams)}
              height="10"
              fill="var(--color-flesh)"
              stroke="var(--color-edge)"
            />
            <rect x="0" y="13" width={width(cutGrams)} height="10" fill="var(--color-rind)" />
          </svg>
        </li>
      ))}
    </ol>
  );
}

/** "Tuần 23: 01/06 đến 07/06/2026". */
export function weekWords(monday: Date, locale: Parameters<typeof formatDay>[1]): string {
  const sunday = new Date(monday.getTime() + 6 * 86_400_000);
  return m.farm_forecast_week_of({
    week: weekNumber(monday),
    from: formatDayOfYear(monday, locale),
    to: formatDay(sunday, locale),
  });
}
