import { formatInstant } from '~/format';
import { givingWords } from '~/office/limits/giving-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { OrderLink, type Row } from './waiting';

/** What two people decided, the newest first. */
export function Decided({ rows, names }: { rows: readonly Row[]; names: Record<string, string> }) {
  const locale = useLocale();
  if (rows.length === 0) return null;
  const who = (userId: string | null) => (userId === null ? '' : (names[userId] ?? userId));
  return (
    <section>
      <h2 className="mb-3 text-22">{m.limits_decided()}</h2>
      <ul className="grid gap-4">
        {rows.map((row) => {
          const told = { who: who(row.closedBy), at: formatInstant(row.closedAt ?? row.askedAt, locale) };
          return (
            <li key={row.id} className="border-t border-line pt-3">
              <p className="font-semibold">{givingWords(row, locale)}</p>
              <OrderLink code={row.orderCode} />
              <p className="text-14 text-muted">
                {m.limits_asked({ who: who(row.askedBy), at: formatInstant(row.askedAt, locale) })}
              </p>
              <p className="text-14 text-muted">
                {row.state === 'given'
                  ? m.limits_approved_by(told)
                  : (row.closedBy === row.askedBy ? m.limits_taken_back_by : m.limits_declined_by)({
                      ...told,
                      why: row.closedWhy ?? '',
                    })}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
