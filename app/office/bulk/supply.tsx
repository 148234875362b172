import { formatDay, formatKilograms } from '~/format';
import { weekWords } from '~/orchard/week-bars';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { BulkInOffice } from './quote-lines';

/** What there is for a request: lots that are free to sell, and what growers expect of the weeks to come. */
export function Supply({ bulk }: { bulk: BulkInOffice }) {
  const locale = useLocale();
  const { lots, weeks } = bulk.supply;
  const free = lots.reduce((grams, { freeGrams }) => grams + freeGrams, 0);
  return (
    <section aria-labelledby="supply" className="grid gap-3">
      <h2 id="supply" className="border-b-2 border-ink pb-1 text-22">
        {m.bulk_office_supply()}
      </h2>
      <p>
        {m.bulk_office_wanted({ kg: formatKilograms(bulk.grams, locale) })}{' '}
        <strong>{m.bulk_office_free({ kg: formatKilograms(free, locale) })}</strong>
      </p>
      <div className="grid gap-6 sm:grid-cols-2">
        <div>
          <h3 className="text-16 font-semibold">{m.bulk_office_lots()}</h3>
          {lots.length === 0 ? <p className="text-muted">{m.bulk_office_no_lots()}</p> : null}
          <ul>
            {lots.map(({ batch, grade, bestBefore, freeGrams }) => (
              <li key={batch} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1.5">
                <span>
                  {batch} · {grade} · {m.bulk_office_best({ day: formatDay(bestBefore, locale) })}
                </span>
                <span className="font-semibold">{formatKilograms(freeGrams, locale)}</span>
              </li>
            ))}
          </ul>
        </div>
        <div>
          <h3 className="text-16 font-semibold">{m.bulk_office_weeks()}</h3>
          {weeks.length === 0 ? <p className="text-muted">{m.bulk_office_no_weeks()}</p> : null}
          <ul>
            {weeks.map(({ monday, expectedGrams }) => (
              <li
                key={monday.toISOString()}
                className="flex flex-wrap justify-between gap-x-4 border-b border-line py-1.5"
              >
                <span>{weekWords(monday, locale)}</span>
                <span className="font-semibold">{formatKilograms(expectedGrams, locale)}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}
