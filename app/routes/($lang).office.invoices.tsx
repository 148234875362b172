import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button, LinkButton } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { formatDong, formatInstant } from '~/format';
import { localeOf } from '~/locale';
import { answered } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import { dayValue } from '~/office/settlement-words';
import { gapWords } from '~/office/year/invoice-words';
import { invoicesAsked } from '~/office/year/invoices-asked.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.yearend_inv_title() }];

export const headers = () => PRIVATE;

/** The data of e-invoices for orders handed over in `?fromDay=&toDay=`, or this month. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const typed = invoicesAsked(request);
  const found = await answered(request, context.api.invoices.list({ ...typed, all: false }));
  if (!found.ok) {
    const problem = problemOf(found.error, localeOf(params));
    const period = { fromDay: typed.fromDay ?? '', toDay: typed.toDay ?? '' };
    return data({ rows: [], more: false, period, problem }, { status: problem.status, headers: PRIVATE });
  }
  const { rows, more, fromDay, toDay } = found.value;
  const shown = rows.map(({ code, demo, at, paid, buyer, net, tax, total, inWords, adjustments, gaps }) => ({
    ...{ code, demo, at, paid, buyer, net, tax, total, inWords, adjustments, gaps },
  }));
  const period = { fromDay: dayValue(fromDay), toDay: dayValue(toDay) };
  return data({ rows: shown, more, period, problem: null }, { headers: PRIVATE });
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number];

export default function Invoices() {
  const { rows, more, period, problem } = useLoaderData<typeof loader>();
  const href = useHref();
  const columns = useColumns();
  const gaps = rows.filter((row) => row.gaps.length > 0).length;
  const search = new URLSearchParams(period).toString();
  return (
    <>
      <PageHeader title={m.yearend_inv_title()} lead={m.yearend_inv_lead()}>
        <LinkButton reloadDocument kind="quiet" to={href(`/office/invoices.xlsx?${search}`)}>
          {m.yearend_inv_xlsx()}
        </LinkButton>
        <LinkButton reloadDocument kind="quiet" to={href(`/office/invoices.csv?${search}`)}>
          {m.yearend_inv_csv()}
        </LinkButton>
      </PageHeader>
      <Period period={period} beside={problem?.beside ?? {}} />
      <div className="mb-6 grid gap-3">
        {problem?.above ? <Notice tone="care" title={problem.above} /> : null}
        {gaps > 0 ? <Notice tone="care" title={m.yearend_inv_gaps({ count: gaps })} /> : null}
        {rows.length > 0 && gaps === 0 ? <Notice tone="good" title={m.yearend_inv_gaps_none()} /> : null}
        <p className="text-muted">{m.yearend_inv_seller_gap()}</p>
      </div>
      {rows.length === 0 ? (
        <EmptyState sign="receipt" title={m.yearend_inv_none()} text={m.yearend_inv_none_text()} />
      ) : (
        <DataTable
          caption={m.yearend_inv_table()}
          columns={columns}
          rows={rows}
          rowKey={({ code }) => code}
        />
      )}
      {more ? <p className="mt-4 font-semibold">{m.yearend_inv_more()}</p> : null}
    </>
  );
}

type PeriodProps = {
  period: { fromDay: string; toDay: string };
  beside: Record<string, string | undefined>;
};

function Period({ period, beside }: PeriodProps) {
  return (
    <Form method="get" className="mb-6 flex flex-wrap items-end gap-3">
      <Field label={m.yearend_inv_from()} error={beside.fromDay}>
        <TextInput type="date" name="fromDay" defaultValue={period.fromDay} />
      </Field>
      <Field label={m.yearend_inv_to()} error={beside.toDay}>
        <TextInput type="date" name="toDay" defaultValue={period.toDay} />
      </Field>
      <Button kind="quiet">{m.yearend_inv_show()}</Button>
    </Form>
  );
}

function useColumns(): Column<Row>[] {
  const locale = useLocale();
  const href = useHref();
  const sum = (key: 'net' | 'tax' | 'total', head: string): Column<Row> => ({
    ...{ key, head, figures: true },
    cell: (row) => <span className="whitespace-nowrap">{formatDong(row[key], locale)}</span>,
  });
  return [
    {
      key: 'order',
      head: m.yearend_inv_order(),
      names: true,
      cell: ({ code, at, demo }) => (
        <>
          <Link
            to={href(`/office/orders/${code}`)}
            className="inline-flex min-h-11 items-center underline underline-offset-4"
          >
            {code}
          </Link>
          <span className="block text-14 font-normal text-muted">
            {formatInstant(at, locale)}
            {demo ? ` · ${m.yearend_inv_demo()}` : ''}
          </span>
        </>
      ),
    },
    { key: 'buyer', head: m.yearend_inv_buyer(), cell: (row) => <Buyer row={row} /> },
    sum('net', m.yearend_inv_net()),
    sum('tax', m.yearend_inv_tax()),
    sum('total', m.yearend_inv_total()),
    { key: 'gap', head: m.yearend_inv_gap(), cell: (row) => <Standing row={row} /> },
  ];
}

function Buyer({ row: { buyer, inWords } }: { row: Row }) {
  const { name, company, taxCode, address } = buyer;
  return (
    <>
      {company ?? name}
      {taxCode ? <span className="block text-14">{taxCode}</span> : null}
      <span className="block text-14 text-muted">{address}</span>
      <span className="block text-14 text-muted">{inWords}</span>
    </>
  );
}

function Standing({ row: { paid, gaps, adjustments } }: { row: Row }) {
  const locale = useLocale();
  return (
    <ul className="grid justify-items-start gap-1">
      {gaps.map((gap) => (
        <li key={gap}>
          <Badge tone="care">{gapWords(gap)}</Badge>
        </li>
      ))}
      <li className="text-14 text-muted">{paid ? m.yearend_inv_paid() : m.yearend_inv_unpaid()}</li>
      {adjustments.map(({ at, net, tax }) => (
        <li key={String(at)} className="text-14">
          {m.yearend_inv_adjust({ amount: formatDong(net + tax, locale), at: formatInstant(at, locale) })}
        </li>
      ))}
    </ul>
  );
}
