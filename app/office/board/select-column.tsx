import type { Column } from '~/components/data-table';
import { type OrderRow, useOrderColumns } from '~/office/order-columns';
import { usePacks } from '~/office/use-packs';
import * as m from '~/paraglide/messages.js';

/**
 * The columns of the board: those of every table of orders, behind a box that chooses the row; where some are packed,
 * their numbers at a carrier can be typed. `typed`: what was, by the orders' codes.
 */
export function useBoardColumns(
  rows: readonly OrderRow[],
  typed: Record<string, string>,
): Column<OrderRow>[] {
  const columns = useOrderColumns();
  const packs = usePacks();
  const packed = packs && rows.some(({ state }) => state === 'packed');
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
    ...columns,
    ...(packed ? [trackingColumn(typed)] : []),
  ];
}

function trackingColumn(typed: Record<string, string>): Column<OrderRow> {
  return {
    key: 'tracking',
    head: m.carriers_bulk_tracking(),
    cell: (row) =>
      row.state === 'packed' ? (
        <input
          name={`tracking:${row.code}`}
          aria-label={m.carriers_bulk_tracking_of({ code: row.code })}
          autoComplete="off"
          maxLength={60}
          defaultValue={typed[row.code] ?? ''}
          className="writes min-h-11 w-40 rounded-crate border-2 border-edge bg-card px-2 text-16"
        />
      ) : null,
  };
}
