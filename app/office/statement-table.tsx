import type { ReactNode } from 'react';
import { type Column, DataTable } from '~/components/data-table';
import { formatDong, formatKilograms } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

/** What a member's line of a settlement shows. */
export interface MemberRow {
  memberId: string;
  code: string;
  name: string;
  grams: number;
  sales: number;
  takenOff: number;
  coop: number;
  carried: number;
  advance: number;
  pay: number;
  left: number;
}

type StatementTableProps<Row extends MemberRow> = {
  caption: string;
  rows: readonly Row[];
  /** A last column: what can be done with a line. */
  last?: { head: string; cell: (row: Row) => ReactNode } | undefined;
};

/** Members of a settlement with the sums that theirs comes of. */
export function StatementTable<Row extends MemberRow>({ caption, rows, last }: StatementTableProps<Row>) {
  const locale = useLocale();
  const sum = (head: string, key: string, of: (row: Row) => number): Column<Row> => ({
    ...{ key, head, figures: true },
    cell: (row) => <span className="whitespace-nowrap">{formatDong(of(row), locale)}</span>,
  });
  /** What is nothing for everybody needs no column. */
  const sometimes = (head: string, key: string, of: (row: Row) => number) =>
    rows.some((row) => of(row) !== 0) ? [sum(head, key, of)] : [];
  const columns: Column<Row>[] = [
    {
      key: 'member',
      head: m.settlement_member(),
      names: true,
      cell: ({ code, name, grams }) => (
        <>
          {name}
          <span className="block text-14 font-normal text-muted">
            {code} · {formatKilograms(grams, locale)}
          </span>
        </>
      ),
    },
    sum(m.settlement_sales(), 'sales', ({ sales }) => sales),
    ...sometimes(m.settlement_taken_off(), 'off', ({ takenOff }) => takenOff),
    sum(m.settlement_coop(), 'coop', ({ coop }) => 0 - coop),
    ...sometimes(m.settlement_carried(), 'carried', ({ carried }) => carried),
    ...sometimes(m.settlement_advance_off(), 'advance', ({ advance }) => 0 - advance),
    {
      key: 'pay',
      head: m.settlement_due(),
      figures: true,
      cell: ({ pay, left }) => (
        <strong className="whitespace-nowrap">
          {formatDong(pay, locale)}
          {left < 0 ? (
            <span className="block text-14 font-normal text-soil">
              {m.settlement_left()}: {formatDong(-left, locale)}
            </span>
          ) : null}
        </strong>
      ),
    },
  ];
  if (last) columns.push({ key: 'last', ...last });
  return (
    <section>
      <h2 className="mb-2 text-22">{caption}</h2>
      <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ memberId }) => memberId} />
    </section>
  );
}
