import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button, LinkButton } from '~/components/button';
import { Field } from '~/components/field';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { formatInstant } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { doneWords } from '~/office/done-words';
import { asked } from '~/office/gate-answers.server';
import { Select } from '~/office/select';
import { yearAsked } from '~/office/year/year-asked.server';
import { yearLook } from '~/office/year/year-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { useHref, useLocale } from '~/use-locale';
import { doYearAct } from './acts.server';
import { Closing } from './closing';
import { Dealings } from './dealings';
import { Lost } from './lost';
import { Outcome } from './outcome';
import { Rules } from './rules';
import { Sides } from './sides';
import { SumsTable } from './sums-table';

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: loaded ? m.yearend_title({ year: loaded.year.year }) : m.yearend_nav() },
];

export const headers = () => PRIVATE;

export { lookAgain as shouldRevalidate } from '~/office/look-again';

/** A year as it stands, of `?year=` or this one. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { sides, ...year } = await asked(request, context.api.yearEnd.one({ year: yearAsked(request) }));
  const done = new URL(request.url).searchParams.get('done');
  const told = sides.map(({ code, placedAt, total, side, why }) => ({
    ...{ code, placedAt, total: Number(total), side, why },
  }));
  return data({ year, sides: told, done, formKey: crypto.randomUUID() }, { headers: PRIVATE });
}

/** Does what a form asks for; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const done = await doYearAct({ request, api: context.api, form: await formOf(request), locale });
  if (done.ok) {
    const year = yearAsked(request);
    const of = year === null ? '' : `&year=${year}`;
    throw redirect(hrefIn(locale, `/office/year?done=${done.act}${of}`), { headers: PRIVATE });
  }
  const { ok: _ok, ...refused } = done;
  return data(refused, { status: refused.problem.status, headers: PRIVATE });
}

const DONE = {
  prepare: m.yearend_done_prepared,
  approve: m.yearend_done_approved,
  drop: m.yearend_done_dropped,
  rule: m.yearend_done_rule,
  deal: m.yearend_done_dealing,
  undo: m.yearend_done_undone,
  side: m.yearend_done_side,
  pay: m.shares_paid_done,
};

export default function YearPage() {
  const { year, sides, done, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const look = yearLook(year);
  const said = doneWords(DONE, done);
  const form = { shownYear: year.year, refused, newKey: formKey };
  const closing = {
    ...{ year: year.year, over: year.over, isOwn: year.isOwn, ready: year.result.ok },
    closingId: year.closing?.id ?? null,
  };
  return (
    <>
      <PageHeader title={m.yearend_title({ year: year.year })} lead={m.yearend_lead()}>
        <Doors year={year.year} closed={year.closing?.state === 'approved'} />
      </PageHeader>
      <div className="mb-6 grid gap-3">
        {said && !refused ? <Notice tone="good" title={said} /> : null}
        {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
      </div>
      <div className="mb-8 flex flex-wrap items-end justify-between gap-4">
        <div>
          <Badge tone={look.tone}>{look.words}</Badge>
          <History closing={year.closing} />
        </div>
        <ChooseYear years={year.years} year={year.year} />
      </div>
      <div className="grid gap-12">
        <SumsTable sums={year.sums} />
        <Outcome
          result={year.result}
          approvedId={year.closing?.state === 'approved' ? year.closing.id : null}
          {...form}
        />
        <Closing year={closing} state={year.closing?.state ?? null} {...form} />
        <Dealings dealings={year.dealings} {...form} />
        <Sides sides={sides} {...form} />
        <Lost lost={year.lost} />
        <Rules rules={year.rules} mayAdd={year.mayAddRule} {...form} />
      </div>
    </>
  );
}

function Doors({ year, closed }: { year: number; closed: boolean }) {
  const href = useHref();
  return (
    <>
      <LinkButton kind="quiet" to={href('/office/year/capital')}>
        {m.shares_to_capital()}
      </LinkButton>
      {closed ? (
        <>
          <LinkButton reloadDocument kind="quiet" to={href(`/office/year/payout.xlsx?year=${year}`)}>
            {m.shares_file_xlsx()}
          </LinkButton>
          <LinkButton reloadDocument kind="quiet" to={href(`/office/year/payout.csv?year=${year}`)}>
            {m.shares_file()}
          </LinkButton>
        </>
      ) : null}
      <LinkButton kind="quiet" to={href('/office/vat')}>
        {m.yearend_to_vat()}
      </LinkButton>
      <LinkButton kind="quiet" to={href('/office/invoices')}>
        {m.yearend_to_invoices()}
      </LinkButton>
      <LinkButton reloadDocument kind="quiet" to={href(`/office/year.xlsx?year=${year}`)}>
        {m.yearend_xlsx()}
      </LinkButton>
      <LinkButton reloadDocument kind="quiet" to={href(`/office/year.csv?year=${year}`)}>
        {m.yearend_csv()}
      </LinkButton>
    </>
  );
}

function ChooseYear({ years, year }: { years: readonly number[]; year: number }) {
  const shown = years.includes(year) ? years : [year, ...years];
  return (
    <Form method="get" className="flex items-end gap-3">
      <Field label={m.yearend_choose()}>
        <Select name="year" defaultValue={year}>
          {shown.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      </Field>
      <Button kind="quiet" className="min-h-14">
        {m.yearend_choose_go()}
      </Button>
    </Form>
  );
}

type History = ReturnType<typeof useLoaderData<typeof loader>>['year']['closing'];

function History({ closing }: { closing: History }) {
  const locale = useLocale();
  if (!closing) return null;
  const { preparedBy, preparedAt, closedBy, closedAt } = closing;
  return (
    <ul className="mt-2 text-muted">
      <li>{m.yearend_by({ who: preparedBy, at: formatInstant(preparedAt, locale) })}</li>
      {closedBy && closedAt ? (
        <li>{m.yearend_approved_by({ who: closedBy, at: formatInstant(closedAt, locale) })}</li>
      ) : null}
    </ul>
  );
}
