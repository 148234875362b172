import { formatDay, formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type Entry = { id: string; day: Date | string; amount: number; reference: string; note: string | null };

/** Each time that capital was put in or taken out, the newest first. */
export function CapitalEntries({ entries }: { entries: readonly Entry[] }) {
  const locale = useLocale();
  return (
    <ul>
      {entries.map(({ id, day, amount, reference, note }) => (
        <li key={id} className="flex flex-wrap justify-between gap-x-6 border-b border-line py-2">
          <span>
            {amount > 0 ? m.shares_capital_in() : m.shares_capital_out()} {formatDay(day, locale)}
            <span className="block text-14 text-muted">
              {reference}
              {note ? ` · ${note}` : ''}
            </span>
          </span>
          <span className="whitespace-nowrap">{formatDong(Math.abs(amount), locale)}</span>
        </li>
      ))}
    </ul>
  );
}
