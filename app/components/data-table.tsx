import type { ReactNode } from 'react';

export type Column<Row> = {
  key: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand at the right edge. */
  figures?: boolean;
  /** The cell that names the row; one column at most. */
  names?: boolean;
};

type DataTableProps<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Shows the caption above the table; otherwise only screen readers are told. */
  captionShown?: boolean;
};

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const pad = `align-top sm:py-3 sm:pr-4 sm:last:pr-0 ${column.figures ? 'sm:text-right' : ''}`;
  if (column.names)
    return (
      <th scope="row" className={`${pad} text-left font-semibold`}>
        {column.cell(row)}
      </th>
    );
  return (
    <td data-head={column.head} className={pad}>
      <div>{column.cell(row)}</div>
    </td>
  );
}

/** A calm table: hairlines, figures at the right, a head that stays; on a phone each row stands as a card of lines. */
export function DataTable<Row>({ caption, columns, rows, rowKey, captionShown }: DataTableProps<Row>) {
  return (
    <table className="stacked w-full border-collapse text-16">
      <caption className={captionShown ? 'pb-2 text-left text-18 font-extrabold' : 'sr-only'}>
        {caption}
      </caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={`sticky top-0 z-10 border-b-2 border-ink bg-paper py-2 pr-4 text-14 font-semibold text-muted last:pr-0 ${column.figures ? 'text-right' : 'text-left'}`}
            >
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className="border-b border-line hover:bg-leaf/50">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
