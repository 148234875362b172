import { Link } from '@remix-run/react';
import type { Column } from '~/components/data-table';
import { useHref, useLocale } from '~/use-locale';
import type { RowColumn, SeenRow } from './row-columns';

/** Columns as a page shows them, each word leading to its order, lot, plot, member or statement. */
export function useShownRows(columns: readonly RowColumn[], opensOrchards: boolean): Column<SeenRow>[] {
  const locale = useLocale();
  const href = useHref();
  return columns.map(({ key, head, figures = false, cell, to }, at) => ({
    ...{ key, head: head(), figures, names: at === 0 },
    cell: (row) => {
      const { text } = cell(row, locale);
      const leads = to?.(row);
      if (!leads || (leads.orchards && !opensOrchards)) return text || '–';
      return (
        <Link
          to={href(leads.path)}
          className="-my-2.5 inline-flex min-h-11 items-center text-rind underline underline-offset-4"
        >
          {text || '–'}
        </Link>
      );
    },
  }));
}
