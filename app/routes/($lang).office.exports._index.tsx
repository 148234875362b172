import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { vietnamDayText } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { CoopDetails } from '~/office/exports/coop-details';
import { exportAsked } from '~/office/exports/export-asked.server';
import { type ExportChoice, ExportForms } from '~/office/exports/export-forms';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';

export const meta: MetaFunction = () => [{ title: m.recall_exports_title() }];

export const headers = () => PRIVATE;

/** The plots and planting units to choose from; a year back is offered first. What was refused comes back filled in. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { plots, exports: files, coopDetails, session } = context.api;
  const all = await asked(request, plots.list({}));
  const { units, mostEvents } = await asked(request, files.choice());
  const typed = exportAsked(request);
  const today = vietnamDayText(context.now);
  const yearAgo = vietnamDayText(new Date(+context.now - 365 * 86_400_000));
  const refused = refusedOf(new URL(request.url).searchParams);
  const dayOr = (day: string, otherwise: string) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? day : otherwise);
  const choice: ExportChoice = {
    plots: all.map(({ code, name }) => ({ code, name })),
    units,
    mostEvents,
    asked: { ...typed, from: dayOr(typed.from, yearAgo), to: dayOr(typed.to, today) },
    refused,
  };
  const me = await asked(request, session.me());
  const own = {
    details: await asked(request, coopDetails.list()),
    manages: me.kind === 'person' && me.roles.includes('manager'),
    formKeys: { phone: crypto.randomUUID(), packing_house: crypto.randomUUID() },
    done: new URL(request.url).searchParams.get('done') === 'detail',
    today,
  };
  return data({ choice, own }, { status: refused ? 422 : 200, headers: PRIVATE });
}

/** Writes down what papers say of the cooperative; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const [kind, value, fromDay] = [text(form, 'kind'), text(form, 'value'), text(form, 'fromDay')];
  const detail = { key: text(form, 'key'), kind: kind as 'phone', value, fromDay };
  const answer = await answered(request, context.api.coopDetails.write(detail));
  if (answer.ok) throw redirect(hrefIn(locale, '/office/exports?done=detail'), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale, {});
  return data({ kind, value, fromDay, problem }, { status: problem.status, headers: PRIVATE });
}

/** What a form was refused for, and beside which field that stands. */
function refusedOf(params: URLSearchParams): ExportChoice['refused'] {
  const [form, code, most] = [params.get('form'), params.get('refused'), Number(params.get('most'))];
  if (!form || !code) return null;
  const beside: NonNullable<ExportChoice['refused']>['beside'] =
    code === 'plot_unknown' || code === 'plotCode'
      ? { plotCode: m.recall_exports_bad_plot() }
      : code === 'unit_unknown' || code === 'unitCode'
        ? { unitCode: m.recall_exports_bad_unit() }
        : code === 'export_too_large'
          ? { to: m.recall_exports_too_large({ most: most.toLocaleString('vi-VN') }) }
          : { [code === 'to' ? 'to' : 'from']: m.recall_exports_bad_day() };
  return { form, beside };
}

export default function Exports() {
  const { choice, own } = useLoaderData<typeof loader>();
  const typed = useActionData<typeof action>() ?? null;
  return (
    <>
      <PageHeader title={m.recall_exports_title()} lead={m.recall_exports_lead()} />
      <ExportForms choice={choice} />
      <CoopDetails {...own} typed={typed} />
    </>
  );
}
