import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import { type Column, DataTable } from '~/components/data-table';
import { formatInstant, formatKilograms } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { causeWords } from './spoil-words';

type Row = Extract<ApiOutputs['store']['ledger'], { ok: true }>['value'][number];

const KIND: Record<Row['kind'], () => string> = {
  receive: m.stock_kind_receive,
  pack: m.stock_kind_pack,
  spoil: m.stock_kind_spoil,
  adjust: m.stock_kind_adjust,
  grade: m.stock_kind_sorted_out,
  return: m.stock_kind_return,
};

function kindWords(row: Row): string {
  if (row.undoes) return m.stock_kind_undo();
  if (row.kind === 'grade' && row.grams > 0) return m.stock_kind_sorted_in();
  return row.kind === 'adjust' && row.counted ? m.stock_kind_count() : KIND[row.kind]();
}

/** Every gram that came to the lot or went from it: what, how much, who, when, why, and what was left. */
export function LotLedger({ rows }: { rows: Row[] }) {
  const columns = useColumns();
  return (
    <section>
      <h2 className="mb-2 text-22">{m.stock_ledger()}</h2>
      <DataTable caption={m.stock_ledger()} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </section>
  );
}

function useColumns(): Column<Row>[] {
  const locale = useLocale();
  const signed = (grams: number) => `${grams > 0 ? '+' : '−'}${formatKilograms(Math.abs(grams), locale)}`;
  return [
    {
      key: 'what',
      head: m.stock_ledger_what(),
      names: true,
      cell: (row) => (
        <>
          {kindWords(row)}
          {row.undone ? <span className="block text-14 text-soil">{m.stock_ledger_undone()}</span> : null}
        </>
      ),
    },
    {
      key: 'grams',
      head: m.stock_ledger_grams(),
      figures: true,
      cell: (row) => <span className="whitespace-nowrap">{signed(row.grams)}</span>,
    },
    {
      key: 'balance',
      head: m.stock_ledger_balance(),
      figures: true,
      cell: (row) => <span className="whitespace-nowrap">{formatKilograms(row.balanceGrams, locale)}</span>,
    },
    {
      key: 'who',
      head: m.stock_ledger_who(),
      cell: (row) => (
        <>
          {row.byName ?? m.stock_ledger_nobody()}
          <span className="block text-14 text-muted">{formatInstant(row.at, locale)}</span>
        </>
      ),
    },
    { key: 'why', head: m.stock_ledger_why(), cell: (row) => <Why row={row} /> },
  ];
}

function Why({ row }: { row: Row }) {
  const href = useHref();
  const { cause, reason, photoId, box, batches } = row;
  // A cause stands for the reason where nobody wrote one.
  const words = reason === cause ? null : reason;
  return (
    <>
      {cause ? <span className="block">{causeWords(cause)}</span> : null}
      {words ? <span className="block break-words">{words}</span> : null}
      {box ? (
        <InText to={href(`/office/orders/${box.orderCode}`)}>
          {m.stock_ledger_box({ serial: box.serial, order: box.orderCode })}
        </InText>
      ) : null}
      {batches.map((batch) => (
        <InText key={batch} to={href(`/office/lots/${batch}`)}>
          {m.stock_ledger_lot({ batch })}
        </InText>
      ))}
      {photoId ? <InText to={`/photos/${photoId}`}>{m.stock_ledger_photo()}</InText> : null}
      {cause || words || box || batches.length > 0 || photoId ? null : '–'}
    </>
  );
}

function InText({ to, children }: { to: string; children: string }) {
  return (
    <Link
      to={to}
      reloadDocument={to.startsWith('/photos/')}
      className="flex min-h-11 items-center break-words text-rind underline underline-offset-4"
    >
      {children}
    </Link>
  );
}
