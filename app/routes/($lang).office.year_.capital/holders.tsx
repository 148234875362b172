import type { ApiOutputs } from '@baunghe/api';
import { type Column, DataTable } from '~/components/data-table';
import { Notice } from '~/components/notice';
import { formatDong } from '~/format';
import type { Locale } from '~/locale';
import { percentOf } from '~/office/year/percent';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type Holder = Pick<
  ApiOutputs['capital']['board']['holders'][number],
  'memberId' | 'code' | 'name' | 'stands' | 'over'
>;

/** Who has capital in the cooperative, how much of the charter capital, and who has more of it than one may. */
export function Holders({ holders, charter }: { holders: readonly Holder[]; charter: number | null }) {
  const locale = useLocale();
  if (holders.length === 0) return <p className="text-muted">{m.shares_capital_none()}</p>;
  const total = holders.reduce((sum, { stands }) => sum + stands, 0);
  return (
    <section className="max-w-3xl">
      <p className="mb-3">
        {m.shares_capital_total()}: <strong>{formatDong(total, locale)}</strong>
      </p>
      {charter !== null && total > charter ? <Notice tone="care" title={m.shares_charter_more()} /> : null}
      <DataTable
        caption={m.shares_capital_title()}
        columns={columnsOf(charter ?? total, charter !== null, locale)}
        rows={holders}
        rowKey={({ memberId }) => memberId}
      />
      <div className="mt-3 grid gap-3">
        {holders
          .filter(({ over }) => over > 0)
          .map(({ memberId, name, over }) => (
            <Notice
              key={memberId}
              tone="care"
              title={m.shares_capital_over({ name, amount: formatDong(over, locale) })}
            />
          ))}
      </div>
    </section>
  );
}

function columnsOf(whole: number, ofCharter: boolean, locale: Locale): Column<Holder>[] {
  const partOf = ({ stands }: Holder) => (whole === 0 ? 0 : Math.round((stands * 10_000) / whole));
  return [
    {
      key: 'member',
      head: m.shares_capital_who(),
      names: true,
      cell: ({ name, code }) => (
        <>
          {name} <span className="font-normal text-muted">{code}</span>
        </>
      ),
    },
    {
      ...{ key: 'stands', head: m.shares_capital_stands(), figures: true },
      cell: ({ stands }) => <span className="whitespace-nowrap">{formatDong(stands, locale)}</span>,
    },
    {
      ...{ key: 'part', figures: true },
      head: ofCharter ? m.shares_capital_part() : m.shares_capital_part_all(),
      cell: (row) => `${percentOf(partOf(row), locale)}%`,
    },
  ];
}
