import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref } from '~/use-locale';
import { DayBars } from './day-bars';
import { FlagCard } from './flag-card';
import { ReportCard } from './report-card';

export const meta: MetaFunction = () => [{ title: m.office_scans_title() }];

export const headers = () => PRIVATE;

/** Flagged boxes, what people reported and how often codes were opened. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const board = await asked(request, context.api.scans.board());
  const rows = [...board.flags, ...board.reports];
  const keys = Object.fromEntries(rows.map(({ id }) => [id, crypto.randomUUID()]));
  const eraseKeys = Object.fromEntries(board.reports.map(({ id }) => [id, crypto.randomUUID()]));
  const done = new URL(request.url).searchParams;
  return { ...board, keys, eraseKeys, looked: done.has('looked'), erased: done.has('erased') };
}

/** "Looked at", for a flag or a report, or a report's words erased; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const [of, key, note] = [text(form, 'of'), text(form, 'key'), text(form, 'note')];
  const { scans } = context.api;
  const settled = text(form, 'settled') === 'yes';
  const act = text(form, 'act');
  const look = () =>
    act === 'report'
      ? answered(request, scans.lookAtReport({ key, note, reportId: of }))
      : answered(request, scans.lookAtFlag({ key, note, flagId: of, settled }));
  const answer =
    act === 'erase' ? await answered(request, scans.eraseReport({ key, reportId: of })) : await look();
  const done = act === 'erase' ? 'erased' : 'looked';
  if (answer.ok) throw redirect(hrefIn(locale, `/office/scans?${done}`), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale, {});
  return data({ of, note, problem }, { status: problem.status, headers: PRIVATE });
}

export default function Scans() {
  const { flags, reports, days, counts, keys, eraseKeys, looked, erased } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const href = useHref();
  const form = { keys, refused };
  return (
    <>
      <PageHeader title={m.office_scans_title()} lead={m.office_scans_lead()} />
      {looked && !refused ? <Notice tone="good" title={m.office_scans_looked()} /> : null}
      {erased && !refused ? <Notice tone="good" title={m.evidence_erase_done()} /> : null}
      {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
      <section className="mt-6">
        <h2 className="mb-3 text-22">{m.office_scans_flags()}</h2>
        {flags.length === 0 ? (
          <EmptyState sign="scan" title={m.office_scans_none()} text={m.office_scans_none_text()} />
        ) : (
          <ul className="grid gap-4">
            {flags.map((flag) => (
              <FlagCard key={flag.id} flag={flag} days={days} {...form} />
            ))}
          </ul>
        )}
      </section>
      <section className="mt-10">
        <h2 className="mb-3 text-22">{m.office_scans_reports()}</h2>
        {reports.length === 0 ? (
          <p className="text-muted">{m.office_scans_no_reports()}</p>
        ) : (
          <ul className="grid gap-4">
            {reports.map((report) => (
              <ReportCard key={report.id} report={report} eraseKeys={eraseKeys} {...form} />
            ))}
          </ul>
        )}
      </section>
      <section className="mt-10 max-w-2xl">
        <h2 className="mb-3 text-22">{m.office_scans_days()}</h2>
        <DayBars days={days} counts={counts} />
        <p className="mt-2 text-14 text-muted">{m.office_scans_how()}</p>
      </section>
      <p className="mt-10">
        <LinkButton kind="quiet" to={href('/office/epcis-keys')}>
          {m.evidence_keys_door()}
        </LinkButton>
      </p>
    </>
  );
}
