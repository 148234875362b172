import { Link } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { type Column, DataTable } from '~/components/data-table';
import { formatDong } from '~/format';
import { daysOf, type Settlement, settlementLook } from '~/office/settlement-words';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';

/** The settlements, the newest period first. */
export function SettlementList({ rows }: { rows: readonly Settlement[] }) {
  const columns = useColumns();
  return (
    <section>
      <h2 className="mb-2 text-22">{m.settlement_list()}</h2>
      <DataTable caption={m.settlement_list()} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </section>
  );
}

function useColumns(): Column<Settlement>[] {
  const locale = useLocale();
  const href = useHref();
  const sum = (key: 'gross' | 'coop' | 'pay', head: string): Column<Settlement> => ({
    ...{ key, head, figures: true },
    cell: (row) => <span className="whitespace-nowrap">{formatDong(row[key], locale)}</span>,
  });
  return [
    {
      key: 'period',
      head: m.settlement_period(),
      names: true,
      cell: (row) => (
        <Link
          to={href(`/office/settlements/${row.id}`)}
          className="inline-flex min-h-11 items-center underline underline-offset-4"
        >
          {m.settlement_days(daysOf(row, locale))}
        </Link>
      ),
    },
    {
      key: 'state',
      head: m.settlement_state(),
      cell: ({ state }) => <Badge tone={settlementLook(state).tone}>{settlementLook(state).words}</Badge>,
    },
    sum('gross', m.settlement_gross()),
    sum('coop', m.settlement_coop()),
    sum('pay', m.settlement_pay()),
  ];
}
