import type { ApiOutputs } from '@baunghe/api';
import { type Column, DataTable } from '~/components/data-table';
import { formatDong } from '~/format';
import { percentOf } from '~/office/year/percent';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type Holder = Pick<
  ApiOutputs['capital']['board']['holders'][number],
  'memberId' | 'code' | 'name' | 'stands'
>;

/** One member may hold 30 % of the charter capital at most (Law on Cooperatives 17/2023/QH15). */
const MOST_HUNDREDTHS = 3000;

/** Who has capital in the cooperative, and how much of all of it. */
export function Holders({ holders }: { holders: readonly Holder[] }) {
  const locale = useLocale();
  const total = holders.reduce((sum, { stands }) => sum + stands, 0);
  const partOf = ({ stands }: Holder) => (total === 0 ? 0 : Math.round((stands * 10_000) / total));
  const columns: Column<Holder>[] = [
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
      ...{ key: 'part', head: m.shares_capital_part(), figures: true },
      cell: (row) => `${percentOf(partOf(row), locale)}%`,
    },
  ];
  if (holders.length === 0) return <p className="text-muted">{m.shares_capital_none()}</p>;
  return (
    <section className="max-w-3xl">
      <p className="mb-3">
        {m.shares_capital_total()}: <strong>{formatDong(total, locale)}</strong>
      </p>
      <DataTable
        caption={m.shares_capital_title()}
        columns={columns}
        rows={holders}
        rowKey={({ memberId }) => memberId}
      />
      {holders.some((row) => partOf(row) > MOST_HUNDREDTHS) ? (
        <p className="mt-3 text-14 text-muted">{m.shares_capital_over()}</p>
      ) : null}
    </section>
  );
}
