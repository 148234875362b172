import { formatDay, formatDong, formatKilograms } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { Standing } from './standing';

/** What a member has to come of fruit that is sold and not settled yet, harvest by harvest; said to be not final. */
export function NotYetSettled({ unsettled }: { unsettled: Standing['unsettled'] }) {
  const locale = useLocale();
  if (!unsettled.ok) return <p className="text-muted">{m.shares_own_soon_no_rule()}</p>;
  const { toDay, gross, sums, harvests, waiting } = unsettled.value;
  const day = formatDay(toDay, locale);
  return (
    <section className="max-w-2xl">
      <h2 className="text-22">{m.shares_own_soon()}</h2>
      {sums === null ? (
        <p className="text-muted">{m.shares_own_soon_none({ day })}</p>
      ) : (
        <>
          <p className="text-26 font-extrabold">{formatDong(gross, locale)}</p>
          <p className="mb-3 text-muted">{m.shares_own_soon_text({ day })}</p>
          <ul>
            {harvests.map((harvest) => (
              <li
                key={harvest.harvestId}
                className="flex flex-wrap justify-between gap-x-6 border-b border-line py-2"
              >
                <span>
                  <span className="font-semibold">{nameIn(harvest.varietyName, locale)}</span>
                  <span className="block text-14 text-muted">
                    {m.shares_own_harvest({
                      day: formatDay(harvest.cutOn, locale),
                      plot: harvest.plotCode,
                    })}
                    {' · '}
                    {m.shares_own_harvest_facts({
                      boxes: harvest.boxes,
                      weight: formatKilograms(harvest.grams, locale),
                    })}
                  </span>
                </span>
                <span className="whitespace-nowrap">{formatDong(harvest.gross, locale)}</span>
              </li>
            ))}
          </ul>
          <p className="mt-3 flex flex-wrap justify-between gap-x-6">
            <span>{sums.left < 0 ? m.shares_own_would_left() : m.shares_own_would()}</span>
            <strong className="whitespace-nowrap">
              {formatDong(sums.left < 0 ? -sums.left : sums.pay, locale)}
            </strong>
          </p>
        </>
      )}
      {waiting === 0 ? null : (
        <p className="mt-2 text-muted">
          {waiting < 0
            ? m.shares_own_waiting_off({ amount: formatDong(-waiting, locale) })
            : m.shares_own_waiting({ amount: formatDong(waiting, locale) })}
        </p>
      )}
    </section>
  );
}
