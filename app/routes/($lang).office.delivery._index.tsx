import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Link, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { type Column, DataTable } from '~/components/data-table';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import type { Area } from '~/delivery/area-typed';
import { dayLines, feeLines } from '~/delivery/area-words';
import { ClosedDays } from '~/delivery/closed-days';
import { hrefIn, localeOf } from '~/locale';
import { nameIn } from '~/name-in';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { placeName } from '~/shop/place-name';
import { useHref, useLocale } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.delivery_nav() }];

export const headers = () => PRIVATE;

/** The areas, the provinces of none, and the closed days ahead. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const board = await asked(request, context.api.delivery.board());
  const saved = new URL(request.url).searchParams.has('saved');
  return { ...board, saved, key: crypto.randomUUID() };
}

/** Closes days, or opens one again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const [key, from, to, why, day] = ['key', 'from', 'to', 'why', 'day'].map((name) => text(form, name)) as [
    ...[string, string, string, string, string],
  ];
  const { delivery } = context.api;
  const answer = await answered<{ ok: true } | { ok: false; error: Parameters<typeof problemOf>[0] }>(
    request,
    day ? delivery.openDay({ key, day }) : delivery.closeDays({ key, from, to, why }),
  );
  if (answer.ok) throw redirect(hrefIn(locale, '/office/delivery?saved'), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale);
  return data({ typed: { from, to, why }, problem }, { status: problem.status, headers: PRIVATE });
}

export default function Delivery() {
  const { areas, provinces, closed, saved, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const href = useHref();
  const locale = useLocale();
  const columns = useColumns();
  const nowhere = provinces.filter(
    ({ code }) => !areas.some(({ provinceCodes }) => provinceCodes.includes(code)),
  );
  return (
    <div className="space-y-10">
      <PageHeader title={m.delivery_nav()} lead={m.delivery_lead()}>
        <LinkButton to={href('/office/delivery/new')}>{m.delivery_new()}</LinkButton>
      </PageHeader>
      {saved && !refused ? <Notice tone="good" title={m.delivery_saved()} /> : null}
      {areas.length === 0 ? <Notice tone="care">{m.delivery_none()}</Notice> : null}
      <section>
        <DataTable caption={m.delivery_areas()} columns={columns} rows={areas} rowKey={({ id }) => id} />
        <p className="mt-3">
          {nowhere.length === 0
            ? m.delivery_everywhere()
            : m.delivery_nowhere({ places: nowhere.map((place) => placeName(place, locale)).join(', ') })}
        </p>
      </section>
      <ClosedDays closed={closed} formKey={key} refused={refused} />
    </div>
  );
}

function useColumns(): Column<Area>[] {
  const locale = useLocale();
  const href = useHref();
  const lines = (of: readonly string[]) =>
    of.map((line) => (
      <span key={line} className="block">
        {line}
      </span>
    ));
  return [
    {
      key: 'area',
      head: m.delivery_col_area(),
      names: true,
      cell: (area) => (
        <Link
          to={href(`/office/delivery/${area.id}`)}
          className="-my-2.5 inline-flex min-h-11 items-center text-rind underline underline-offset-4"
        >
          {nameIn(area, locale)}
        </Link>
      ),
    },
    {
      key: 'provinces',
      head: m.delivery_col_provinces(),
      cell: ({ provinceCodes }) => m.delivery_provinces_count({ count: provinceCodes.length }),
    },
    { key: 'fees', head: m.delivery_col_fees(), cell: (area) => lines(feeLines(area, locale)) },
    { key: 'days', head: m.delivery_col_days(), cell: (area) => lines(dayLines(area, locale)) },
  ];
}
