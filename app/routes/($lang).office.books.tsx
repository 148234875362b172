import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { Field } from '~/components/field';
import { PageHeader } from '~/components/page-header';
import { formatDong, formatInstant } from '~/format';
import { accountNamed } from '~/office/account-named.server';
import { asked } from '~/office/gate-answers.server';
import { accountWords } from '~/office/money-words';
import { Select } from '~/office/select';
import { entryWords } from '~/office/settlement-words';
import { type Stands, TrialBalance } from '~/office/trial-balance';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.settlement_books_title() }];

export const headers = () => PRIVATE;

/** The trial balance and a page of the journal; `?account=` filters it, `?after=` names the last entry before. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const search = new URL(request.url).searchParams;
  const { books } = context.api;
  const balance = await asked(request, books.balance());
  const account = accountNamed(search.get('account'));
  const journal = await asked(request, books.journal({ account, after: search.get('after') }));
  const stands = balance.map((each) => ({ account: each.account, dong: Number(each.dong) }));
  return data({ stands, journal, account }, { headers: PRIVATE });
}

type Entry = ReturnType<typeof useLoaderData<typeof loader>>['journal']['rows'][number];

export default function Books() {
  const { stands, journal, account } = useLoaderData<typeof loader>();
  const href = useHref();
  const columns = useEntryColumns();
  const filter = account === null ? '' : `&account=${account}`;
  return (
    <>
      <PageHeader title={m.settlement_books_title()} lead={m.settlement_books_lead()}>
        <LinkButton
          reloadDocument
          kind="quiet"
          to={href(`/office/books.csv${account === null ? '' : `?account=${account}`}`)}
        >
          {m.settlement_books_csv()}
        </LinkButton>
        <LinkButton
          reloadDocument
          kind="quiet"
          to={href(`/office/books.xlsx${account === null ? '' : `?account=${account}`}`)}
        >
          {m.yearend_books_xlsx()}
        </LinkButton>
      </PageHeader>
      <div className="grid gap-12">
        <TrialBalance stands={stands} />
        <section>
          <h2 className="mb-3 text-22">{m.settlement_books_journal()}</h2>
          <AccountFilter stands={stands} account={account} />
          {journal.rows.length === 0 ? (
            <EmptyState sign="book" title={m.settlement_books_none()} text={m.settlement_books_none_text()} />
          ) : (
            <DataTable
              caption={m.settlement_books_journal()}
              columns={columns}
              rows={journal.rows}
              rowKey={({ id }) => id}
            />
          )}
          {journal.next ? (
            <p className="mt-4">
              <Link
                to={href(`/office/books?after=${journal.next}${filter}`)}
                className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
              >
                {m.settlement_books_older()}
              </Link>
            </p>
          ) : null}
        </section>
      </div>
    </>
  );
}

function AccountFilter({ stands, account }: { stands: readonly Stands[]; account: string | null }) {
  return (
    <Form method="get" className="mb-6 flex flex-wrap items-end gap-3">
      <div className="w-64">
        <Field label={m.settlement_books_account()}>
          <Select name="account" defaultValue={account ?? ''}>
            <option value="">{m.settlement_books_all()}</option>
            {stands.map((each) => (
              <option key={each.account} value={each.account}>
                {accountWords(each.account)}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <Button kind="quiet" className="min-h-14">
        {m.settlement_books_filter()}
      </Button>
    </Form>
  );
}

function useEntryColumns(): Column<Entry>[] {
  const locale = useLocale();
  return [
    {
      key: 'what',
      head: m.settlement_books_what(),
      names: true,
      cell: ({ key, orderCode }) => (
        <>
          {entryWords(key)}
          {orderCode ? (
            <span className="block text-14 font-normal text-muted">
              {m.settlement_books_order({ code: orderCode })}
            </span>
          ) : null}
        </>
      ),
    },
    { key: 'when', head: m.settlement_books_when(), cell: ({ at }) => formatInstant(at, locale) },
    {
      key: 'sides',
      head: m.settlement_books_sides(),
      cell: ({ postings }) => (
        <ul>
          {postings.map(({ account, dong }) => (
            <li key={account} className="flex flex-wrap justify-between gap-x-6">
              <span>
                {dong > 0 ? m.settlement_books_debit() : m.settlement_books_credit()} ·{' '}
                {accountWords(account)}
              </span>
              <span className="whitespace-nowrap">{formatDong(Math.abs(dong), locale)}</span>
            </li>
          ))}
        </ul>
      ),
    },
  ];
}
