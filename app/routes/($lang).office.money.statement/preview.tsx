import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';
import { formatDong, formatInstant } from '~/format';
import { Select } from '~/office/select';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { columnNames, columnWords } from './columns';

type Read = Extract<ApiOutputs['bank']['readStatement'], { ok: true }>['value'];
type Row = Read['lines'][number] & { place: number };

/** What was read of a statement, to be looked at before it is taken; `lines` null: its columns are to be chosen first. */
export type Shown = Pick<Read, 'text' | 'header' | 'columns'> & Partial<Pick<Read, 'lines' | 'unread'>>;

const SHOWN_ROWS = 200;

/** What a statement holds, and the ways on: to take it, or to read its columns otherwise. */
export function Preview({ shown }: { shown: Shown }) {
  const columns = useLineColumns();
  const { lines = [], unread = [] } = shown;
  const isNew = lines.filter(({ isKept }) => !isKept).length;
  const rows: Row[] = lines.slice(0, SHOWN_ROWS).map((line, place) => ({ ...line, place }));
  return (
    <div className="mt-8 grid gap-6">
      {unread.length > 0 ? (
        <Notice tone="care">
          {m.money_csv_unread({
            count: unread.length,
            rows: unread
              .slice(0, 10)
              .map(({ row }) => row)
              .join(', '),
          })}
        </Notice>
      ) : null}
      {lines.length > 0 ? (
        <DataTable
          caption={m.money_csv_title()}
          columns={columns}
          rows={rows}
          rowKey={({ place }) => String(place)}
        />
      ) : null}
      {isNew > 0 ? (
        <Form method="post" encType="multipart/form-data">
          <input type="hidden" name="act" value="take" />
          <Same shown={shown} />
          <Button>{m.money_csv_take({ count: isNew })}</Button>
        </Form>
      ) : null}
      {lines.length > 0 && isNew === 0 ? <Notice tone="good" title={m.money_csv_nothing()} /> : null}
      <Choose shown={shown} />
    </div>
  );
}

/** The file and its columns once more: a browser does not send a file twice. */
function Same({ shown }: { shown: Shown }) {
  return (
    <>
      <textarea name="text" defaultValue={shown.text} hidden readOnly />
      {columnNames.map((name) => (
        <input key={name} type="hidden" name={name} value={shown.columns[name] ?? ''} />
      ))}
    </>
  );
}

function Choose({ shown }: { shown: Shown }) {
  return (
    <details open={shown.lines === undefined} className="border-t border-line pt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold underline underline-offset-4">
        {m.money_csv_columns()}
      </summary>
      <Form method="post" encType="multipart/form-data" className="mt-3 grid gap-4">
        <input type="hidden" name="act" value="read" />
        <textarea name="text" defaultValue={shown.text} hidden readOnly />
        <div className="grid gap-4 sm:grid-cols-3">
          {columnNames.map((name) => (
            <Field key={name} label={columnWords(name)}>
              <Select name={name} defaultValue={shown.columns[name] ?? ''}>
                <option value="">{m.money_csv_column_none()}</option>
                {shown.header.map((title, at) => (
                  <option key={at} value={at}>
                    {title || `${at + 1}`}
                  </option>
                ))}
              </Select>
            </Field>
          ))}
        </div>
        <div>
          <Button kind="quiet">{m.money_csv_again()}</Button>
        </div>
      </Form>
    </details>
  );
}

function useLineColumns(): Column<Row>[] {
  const locale = useLocale();
  return [
    {
      key: 'amount',
      head: m.money_line_amount(),
      names: true,
      cell: ({ direction, amount }) => (
        <span className="whitespace-nowrap">
          {direction === 'in' ? m.money_line_in() : m.money_line_out()} {formatDong(amount, locale)}
        </span>
      ),
    },
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
    { key: 'when', head: m.money_line_when(), cell: ({ at }) => formatInstant(at, locale) },
    {
      key: 'kept',
      head: m.money_standing(),
      cell: ({ isKept }) => (
        <Badge tone={isKept ? 'done' : 'ripe'} sign={isKept ? 'check' : 'arrow'}>
          {isKept ? m.money_csv_kept() : m.money_csv_new()}
        </Badge>
      ),
    },
  ];
}
