import type { Column } from '~/components/data-table';
import { type OrderRow, useOrderColumns } from '~/office/order-columns';
import * as m from '~/paraglide/messages.js';

/** The columns of the board: those of every table of orders, behind a box that chooses the row. */
export function useBoardColumns(): Column<OrderRow>[] {
  return [
    {
      key: 'select',
      head: m.board_col_select(),
      cell: (row) => (
        <label className="-my-2.5 inline-flex min-h-11 min-w-11 items-center">
          <span className="sr-only">{m.board_select({ code: row.code })}</span>
          <input type="checkbox" name="order" value={row.code} className="size-6 accent-rind" />
        </label>
      ),
    },
    ...useOrderColumns(),
  ];
}
