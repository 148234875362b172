import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import { Badge } from '~/components/badge';
import type { Column } from '~/components/data-table';
import { formatDayOfYear, formatDong, formatInstant } from '~/format';
import { RowTrouble } from '~/office/carriers/row-trouble';
import { methodWords, orderStateLook, orderStateWords, paymentLook } from '~/office/order-words';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';

export type OrderRow = ApiOutputs['officeOrders']['board']['rows'][number];

/** The columns of a table of orders. */
export function useOrderColumns(): Column<OrderRow>[] {
  const locale = useLocale();
  const href = useHref();
  return [
    {
      key: 'code',
      head: m.office_order_col_code(),
      names: true,
      cell: (row) => (
        <Link
          to={href(`/office/orders/${row.code}`)}
          className="-my-2.5 inline-flex min-h-11 items-center text-rind underline underline-offset-4"
        >
          {row.code}
        </Link>
      ),
    },
    {
      key: 'placed',
      head: m.office_order_col_placed(),
      cell: (row) => (
        <>
          {formatInstant(row.placedAt, locale)}
          {row.leaveOn ? (
            <span className="block text-14 text-muted">
              {m.delivery_col_leaves({ day: formatDayOfYear(row.leaveOn, locale) })}
            </span>
          ) : null}
        </>
      ),
    },
    {
      key: 'buyer',
      head: m.office_order_col_buyer(),
      cell: (row) => (
        <>
          {row.buyerName}
          <span className="block text-14 text-muted">
            {locale === 'en' ? row.provinceEn : row.provinceVi}
          </span>
        </>
      ),
    },
    {
      key: 'boxes',
      head: m.office_order_col_units(),
      cell: (row) => m.office_order_unit_box({ count: row.boxes }),
    },
    { key: 'pay', head: m.office_order_col_pay(), cell: (row) => <Payment row={row} /> },
    {
      key: 'state',
      head: m.office_order_col_state(),
      cell: (row) => (
        <>
          <Badge {...orderStateLook(row.state)}>{orderStateWords(row.state)}</Badge>
          <RowTrouble trouble={row.trouble} />
        </>
      ),
    },
    {
      key: 'total',
      head: m.office_order_col_total(),
      figures: true,
      cell: (row) => formatDong(row.total, locale),
    },
  ];
}

function Payment({ row }: { row: OrderRow }) {
  const { words } = paymentLook(row.paymentState);
  return (
    <>
      {methodWords(row.method)}
      <span className="block text-14 text-muted">{words}</span>
    </>
  );
}
