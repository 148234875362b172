import { type Column, DataTable } from '~/components/data-table';
import { formatKilograms } from '~/format';
import { nameIn } from '~/name-in';
import { lostWords, type Year } from '~/office/year/year-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type Row = Year['lost'][number];

/** Fruit that was lost in a year, in kilograms: a memorandum beside the books. */
export function Lost({ lost }: { lost: readonly Row[] }) {
  const locale = useLocale();
  const columns: Column<Row>[] = [
    { key: 'fruit', head: m.yearend_lost_fruit(), names: true, cell: (row) => nameIn(row, locale) },
    { key: 'how', head: m.yearend_lost_how(), cell: lostWords },
    {
      ...{ key: 'weight', head: m.yearend_weight(), figures: true },
      cell: ({ grams }) => formatKilograms(grams, locale),
    },
  ];
  return (
    <section>
      <h2 className="text-22">{m.yearend_lost()}</h2>
      <p className="mb-3 max-w-prose text-muted">{m.yearend_lost_text()}</p>
      {lost.length === 0 ? (
        <p className="text-muted">{m.yearend_lost_none()}</p>
      ) : (
        <DataTable
          caption={m.yearend_lost()}
          columns={columns}
          rows={lost}
          rowKey={({ varietyCode, kind, cause }) => `${varietyCode} ${kind} ${cause}`}
        />
      )}
    </section>
  );
}
