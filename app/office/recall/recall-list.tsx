import type { ApiOutputs } from '@baunghe/api';
import { Badge } from '~/components/badge';
import { DataTable } from '~/components/data-table';
import { formatDay, formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { CodeLink, More } from './list-parts';

type Row = ApiOutputs['recalls']['list']['recalls'][number];

/** Recalls and drills, the newest first, a page at a time. */
export function RecallList({ rows, perPage }: { rows: Row[]; perPage: number }) {
  const href = useHref();
  const shown = rows.slice(0, perPage);
  return (
    <section className="grid gap-3">
      <RecallTable rows={shown} />
      <More
        there={rows.length > perPage}
        to={href(`/office/recall?recallsAfter=${shown.at(-1)?.recallId}`)}
        words={m.recall_older()}
      />
    </section>
  );
}

function RecallTable({ rows }: { rows: Row[] }) {
  const locale = useLocale();
  if (rows.length === 0) return <p>{m.recall_list_empty()}</p>;
  return (
    <DataTable
      captionShown
      caption={m.recall_list_title()}
      rows={rows}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'code',
          head: m.recall_col_code(),
          names: true,
          cell: ({ code }) => <CodeLink to={`/office/recall/${code}`} code={code} />,
        },
        { key: 'state', head: m.recall_col_state(), cell: (row) => <State row={row} /> },
        { key: 'at', head: m.recall_col_started(), cell: (row) => formatInstant(row.startedAt, locale) },
        { key: 'reason', head: m.recall_col_reason(), cell: ({ reason }) => <span lang="vi">{reason}</span> },
        { key: 'lots', head: m.recall_col_lots(), figures: true, cell: ({ lots }) => String(lots) },
      ]}
    />
  );
}

function State({ row: { drill, endedAt } }: { row: Row }) {
  const locale = useLocale();
  if (drill) return <Badge tone="plain">{m.recall_drill_mark()}</Badge>;
  if (!endedAt) return <Badge tone="care">{m.recall_state_open()}</Badge>;
  return <Badge tone="done">{m.recall_state_over({ day: formatDay(endedAt, locale) })}</Badge>;
}
