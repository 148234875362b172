import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { formatDong, formatInstant } from '~/format';
import { hrefIn, localeOf } from '~/locale';
import { AccountsThatWait } from '~/office/accounts-that-wait';
import { asked } from '~/office/gate-answers.server';
import { daysOf, settlementLook } from '~/office/settlement-words';
import { StatementTable } from '~/office/statement-table';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { useHref, useLocale } from '~/use-locale';
import { doSettlementAct } from './acts.server';
import { CloseForms } from './close-forms';
import { Paying } from './paying';

export const meta: MetaFunction = () => [{ title: m.settlement_title() }];

export const headers = () => PRIVATE;

export { lookAgain as shouldRevalidate } from '~/office/look-again';

/** One settlement with its members' statements; 404 when there is none. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.settlement.one({ id: params.id ?? '' }));
  if (!found.ok) throw new Response(null, { status: 404, headers: PRIVATE });
  const done = new URL(request.url).searchParams.get('done');
  return data({ settlement: found.value, done, formKey: crypto.randomUUID() }, { headers: PRIVATE });
}

/** Approves, drops, or writes a member down as paid; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const id = params.id ?? '';
  const done = await doSettlementAct(request, context.api, { id, form: await formOf(request), locale });
  if (done.ok) {
    throw redirect(hrefIn(locale, `/office/settlements/${id}?done=${done.act}`), { headers: PRIVATE });
  }
  const { ok: _ok, ...refused } = done;
  return data(refused, { status: refused.problem.status, headers: PRIVATE });
}

const DONE: Record<string, () => string> = {
  prepared: m.settlement_prepared,
  approve: m.settlement_approved,
  drop: m.settlement_dropped,
  pay: m.settlement_paid_done,
};

export default function OneSettlement() {
  const { settlement, done, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const locale = useLocale();
  const href = useHref();
  const { id, state, statements, gross, coop, pay } = settlement;
  const look = settlementLook(state);
  const said = done === null ? undefined : DONE[done];
  const approved = state === 'approved';
  const paying = {
    head: m.settlement_pay_out(),
    cell: (row: (typeof statements)[number]) => <Paying statement={row} refused={refused} newKey={formKey} />,
  };
  return (
    <>
      <PageHeader
        title={m.settlement_one_title(daysOf(settlement, locale))}
        lead={<Badge tone={look.tone}>{look.words}</Badge>}
      >
        <LinkButton kind="quiet" to={href('/office/settlements')}>
          {m.settlement_back()}
        </LinkButton>
        <LinkButton reloadDocument kind="quiet" to={href(`/office/settlements/${id}/statements.xlsx`)}>
          {m.yearend_statements_xlsx()}
        </LinkButton>
        {approved ? (
          <>
            <LinkButton reloadDocument kind="quiet" to={href(`/office/settlements/${id}/payout.xlsx`)}>
              {m.shares_file_xlsx()}
            </LinkButton>
            <LinkButton reloadDocument kind="quiet" to={href(`/office/settlements/${id}/payout.csv`)}>
              {m.settlement_file()}
            </LinkButton>
          </>
        ) : null}
      </PageHeader>
      <div className="mb-6 grid gap-3">
        {said && !refused ? <Notice tone="good" title={said()} /> : null}
        {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
      </div>
      <AccountsThatWait statements={statements} />
      <dl className="mb-6 grid gap-x-8 gap-y-2 sm:grid-cols-3">
        <Sum name={m.settlement_gross()} dong={gross} />
        <Sum name={m.settlement_coop()} dong={coop} />
        <Sum name={m.settlement_pay()} dong={pay} />
      </dl>
      <History settlement={settlement} />
      <section className="my-8">
        <p className="mb-3 text-muted">{m.settlement_statements_first()}</p>
        <StatementTable
          caption={m.settlement_statements()}
          rows={statements}
          last={approved ? paying : undefined}
        />
      </section>
      {state === 'prepared' ? (
        <CloseForms isOwn={settlement.isOwn} refused={refused} newKey={formKey} />
      ) : null}
    </>
  );
}

function Sum({ name, dong }: { name: string; dong: number }) {
  const locale = useLocale();
  return (
    <div>
      <dt className="text-14 text-muted">{name}</dt>
      <dd className="text-22 font-extrabold">{formatDong(dong, locale)}</dd>
    </div>
  );
}

type Closed = Pick<
  ReturnType<typeof useLoaderData<typeof loader>>['settlement'],
  'state' | 'preparedBy' | 'preparedAt' | 'closedBy' | 'closedAt' | 'closedNote'
>;

function History({ settlement }: { settlement: Closed }) {
  const locale = useLocale();
  const { state, preparedBy, preparedAt, closedBy, closedAt, closedNote } = settlement;
  const closed = closedAt && closedBy ? { who: closedBy, at: formatInstant(closedAt, locale) } : null;
  return (
    <ul className="text-muted">
      <li>{m.settlement_by({ who: preparedBy, at: formatInstant(preparedAt, locale) })}</li>
      {closed && state === 'approved' ? <li>{m.settlement_approved_by(closed)}</li> : null}
      {closed && state === 'dropped' ? (
        <li>{m.settlement_dropped_by({ ...closed, why: closedNote ?? '' })}</li>
      ) : null}
    </ul>
  );
}
