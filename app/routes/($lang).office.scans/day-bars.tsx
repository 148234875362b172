import type { ApiOutputs } from '@baunghe/api';
import { formatDay } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type Board = ApiOutputs['scans']['board'];

const HEIGHT = 48;

/** Openings by day as bars, each with its number; a day without any is a bare line. */
export function DayBars({ days, counts }: { days: Board['days']; counts: Board['counts'] }) {
  const locale = useLocale();
  const sums = days.map((day) => {
    const found = counts.find((count) => +count.day === +day);
    return { day, boxes: found?.boxes ?? 0, others: found?.others ?? 0 };
  });
  const most = Math.max(1, ...sums.map(({ boxes, others }) => boxes + others));
  const tall = (count: number) => ({ height: `${Math.ceil((count / most) * HEIGHT)}px` });
  return (
    <ol className="flex items-end gap-1">
      {sums.map(({ day, boxes, others }) => (
        <li key={+day} className="grid min-w-0 grow basis-0 justify-items-stretch text-center text-14">
          <span className="sr-only">
            {m.office_scans_on_day({ day: formatDay(day, locale), boxes, others })}
          </span>
          <span aria-hidden="true">{boxes + others || ''}</span>
          <span aria-hidden="true" className="bg-soil" style={tall(others)} />
          <span aria-hidden="true" className="border-b-2 border-ink bg-rind" style={tall(boxes)} />
          <span aria-hidden="true" className="text-muted">
            {day.getUTCDate()}
          </span>
        </li>
      ))}
    </ol>
  );
}
