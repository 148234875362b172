import type { ApiOutputs } from '@baunghe/api';
import type { SerializeFrom } from '@remix-run/node';
import { Badge } from '~/components/badge';
import { formatDay, formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { CapitalEntries } from './capital-entries';

/** What a member has to come beside their statements. */
export type Standing = SerializeFrom<NonNullable<ApiOutputs['statements']['standing']>>;

/** A member's shares of closed years, and the capital they have in the cooperative; nothing where there is neither. */
export function SharesAndCapital({ standing: { shares, capital } }: { standing: Standing }) {
  const locale = useLocale();
  return (
    <>
      {shares.length > 0 ? (
        <section className="max-w-2xl">
          <h2 className="text-22">{m.shares_own_years()}</h2>
          <ul>
            {shares.map((each) => (
              <Year key={each.year} each={each} />
            ))}
          </ul>
        </section>
      ) : null}
      {capital ? (
        <section className="max-w-2xl">
          <h2 className="text-22">{m.shares_own_capital()}</h2>
          <p className="text-22 font-extrabold">{formatDong(capital.stands, locale)}</p>
          <CapitalEntries entries={capital.entries} />
        </section>
      ) : null}
    </>
  );
}

function Year({ each: { year, sold, share, byCapital, paid } }: { each: Standing['shares'][number] }) {
  const locale = useLocale();
  const how = paid && { at: formatDay(paid.at, locale), reference: paid.reference };
  const facts = { sold: formatDong(sold, locale), capital: formatDong(byCapital, locale) };
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3">
      <span>
        <span className="font-semibold">{m.shares_own_year({ year })}</span>
        <span className="block text-14 text-muted">{m.shares_own_year_facts(facts)}</span>
        {how ? (
          <span className="block text-14 text-muted">
            {paid.through === 'bank' ? m.shares_paid_bank(how) : m.shares_paid_cash(how)}
          </span>
        ) : null}
      </span>
      <span className="text-right">
        <strong className="block whitespace-nowrap text-18">{formatDong(share, locale)}</strong>
        {share > 0 && !paid ? <Badge tone="plain">{m.settlement_not_paid()}</Badge> : null}
      </span>
    </li>
  );
}
