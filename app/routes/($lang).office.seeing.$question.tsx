import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { Link, type MetaFunction, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { DataTable } from '~/components/data-table';
import { EmptyState } from '~/components/empty-state';
import { PageHeader } from '~/components/page-header';
import { formatDong } from '~/format';
import { asked } from '~/office/gate-answers.server';
import { askedPeriod, askedRows, questionOf } from '~/office/seeing/asked.server';
import { periodSearch, rowsPath } from '~/office/seeing/paths';
import { columnsOf } from '~/office/seeing/row-columns';
import { ShortageReckoned } from '~/office/seeing/shortage-reckoned';
import { useShownRows } from '~/office/seeing/shown-rows';
import { isOfDays, suchWords } from '~/office/seeing/such-words';
import { daysOf, roughly, titleOf } from '~/office/seeing/words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref, useLocale } from '~/use-locale';

const PER_PAGE = 50;

export const meta: MetaFunction<typeof loader> = ({ data: seen }) => [
  { title: seen ? titleOf(seen.question) : m.seeing_title() },
];

export const headers = () => PRIVATE;

/** A page of the rows behind a figure; `?after=` is the key of the last one before. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const question = questionOf(params.question);
  const search = new URL(request.url).searchParams;
  const { of, shown } = askedRows(search);
  const { period } = askedPeriod(search);
  const page = { after: search.get('after')?.slice(0, 200) || null, limit: PER_PAGE };
  const { api } = context;
  const [seen, me] = await asked(
    request,
    Promise.all([api.seeing.rows({ question, period, of, ...page }), api.session.me()]),
  );
  const roles = me.kind === 'person' ? me.roles : [];
  /** An accountant alone reads orders and statements, and no page of an orchard. */
  const opensOrchards = roles.some((role) => role === 'manager' || role === 'auditor');
  return data({ question, shown, seen, opensOrchards }, { headers: PRIVATE });
}

export default function Rows() {
  const { question, shown, seen, opensOrchards } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const href = useHref();
  const { period, rows, sums, next, shortage } = seen;
  const such = suchWords(shown, rows.length > 0 || !shortage ? rows : [shortage.names], locale);
  const facts = [
    m.seeing_rows_count({ count: sums.rows }),
    ...(sums.grams > 0 ? [roughly(sums.grams, locale)] : []),
    ...(sums.dong === 0 ? [] : [formatDong(sums.dong, locale)]),
  ];
  const columns = columnsOf(question);
  const shownRows = useShownRows(columns, opensOrchards);
  return (
    <>
      <p>
        <Link
          to={href(`/office/seeing?${periodSearch(period)}#${question}`)}
          className="inline-flex min-h-11 items-center underline underline-offset-4"
        >
          {m.seeing_back()}
        </Link>
      </p>
      <PageHeader
        title={titleOf(question)}
        lead={
          <>
            {isOfDays(question) ? m.seeing_period_seen(daysOf(period, locale)) : m.seeing_of_now()}
            {such.length > 0 ? (
              <span className="block font-semibold text-ink">{such.join(' · ')}</span>
            ) : null}
          </>
        }
      >
        {(['csv', 'xlsx'] as const).map((as) => (
          <LinkButton
            key={as}
            reloadDocument
            kind="quiet"
            to={href(rowsPath(question, period, shown, { file: `rows.${as}` }))}
          >
            {as === 'csv' ? m.seeing_csv() : m.seeing_xlsx()}
          </LinkButton>
        ))}
      </PageHeader>
      {shortage ? <ShortageReckoned shortage={shortage} /> : null}
      {rows.length === 0 ? (
        <EmptyState
          sign="search"
          title={m.seeing_rows_none()}
          text={shortage ? m.seeing_shortage_none() : m.seeing_rows_none_text()}
        />
      ) : (
        <>
          <p className="mb-4 text-18 font-semibold">{facts.join(' · ')}</p>
          <DataTable caption={titleOf(question)} columns={shownRows} rows={rows} rowKey={({ key }) => key} />
        </>
      )}
      {next ? (
        <p className="mt-4">
          <LinkButton kind="quiet" to={href(rowsPath(question, period, shown, { after: next }))}>
            {m.seeing_rows_more()}
          </LinkButton>
        </p>
      ) : null}
    </>
  );
}
