import { type Column, DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { formatDong, formatInstant } from '~/format';
import { type Line, lineIs, providerWords } from '~/office/money-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { UndoLine, type UndoState } from './undo-line';
import { More } from './views-nav';

/** Every movement of the bank account, and what it is. */
export function LineTable({ lines, ...form }: UndoState & { lines: { rows: Line[]; next: string | null } }) {
  const columns = useLineColumns(form);
  if (lines.rows.length === 0)
    return <EmptyState title={m.money_lines_none()} text={m.money_lines_none_text()} sign="receipt" />;
  return (
    <section>
      <DataTable
        caption={m.money_view_statement()}
        columns={columns}
        rows={lines.rows}
        rowKey={({ id }) => id}
      />
      <More view="statement" next={lines.next} />
    </section>
  );
}

/** A sum with its direction, so that colour alone says nothing. */
export function Moved({ line }: { line: Pick<Line, 'direction' | 'amount'> }) {
  const locale = useLocale();
  const { direction, amount } = line;
  return (
    <span className="whitespace-nowrap">
      {direction === 'in' ? m.money_line_in() : m.money_line_out()}{' '}
      <strong>{formatDong(amount, locale)}</strong>
    </span>
  );
}

function useLineColumns(form: UndoState): Column<Line>[] {
  const locale = useLocale();
  return [
    { key: 'amount', head: m.money_line_amount(), names: true, cell: (line) => <Moved line={line} /> },
    {
      key: 'content',
      head: m.money_line_content(),
      cell: ({ content, reference }) => (
        <span className="[overflow-wrap:anywhere]">
          {content}
          <span className="block text-14 text-muted">{reference}</span>
        </span>
      ),
    },
    {
      key: 'when',
      head: m.money_line_when(),
      cell: ({ at, providers }) => (
        <>
          {formatInstant(at, locale)}
          <span className="block text-14 text-muted">{providers.map(providerWords).join(', ')}</span>
        </>
      ),
    },
    {
      key: 'is',
      head: m.money_line_is(),
      cell: (line) => (
        <>
          {lineIs(line)}
          <UndoLine line={line} {...form} />
        </>
      ),
    },
  ];
}
