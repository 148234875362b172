import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { doneWords } from '~/office/done-words';
import { FactorAdvice } from '~/office/factor-advice';
import { asked } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { useHref } from '~/use-locale';
import { doPayoutAct } from './acts.server';
import { HandedOver } from './handed-over';
import { HeldBy } from './held-by';

export const meta: MetaFunction = () => [{ title: m.carriers_cash_title() }];

export const headers = () => PRIVATE;

/** What carriers hold, and what they handed over. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const cash = await asked(request, context.api.carriers.cash());
  const done = new URL(request.url).searchParams.get('done');
  const { factor } = await asked(request, context.api.me.state());
  const form = { done, hasFactor: factor.isOn, formKey: crypto.randomUUID() };
  return data({ ...cash, ...form }, { headers: PRIVATE });
}

/** Writes down what a carrier handed over, or undoes it; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const done = await doPayoutAct({ request, api: context.api, form: await formOf(request), locale });
  if (done.ok)
    throw redirect(hrefIn(locale, `/office/money/carriers?done=${done.act}`), { headers: PRIVATE });
  const { ok: _ok, ...refused } = done;
  return data(refused, { status: refused.problem.status, headers: PRIVATE });
}

const DONE = { take: m.carriers_cash_done, undo: m.carriers_cash_done_undo };

export default function CarriersCash() {
  const { held, payouts, names, lines, done, formKey, hasFactor } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const said = doneWords(DONE, done);
  const href = useHref();
  return (
    <>
      <PageHeader title={m.carriers_cash_title()} lead={m.carriers_cash_lead()}>
        <LinkButton kind="quiet" to={href('/office/money')}>
          {m.money_title()}
        </LinkButton>
      </PageHeader>
      <div className="mb-6 grid gap-3">
        {said && !refused ? <Notice tone="good" title={said} /> : null}
        {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
      </div>
      <FactorAdvice hasFactor={hasFactor} />
      <div className="grid gap-12">
        {held.length === 0 ? <p className="text-muted">{m.carriers_cash_none()}</p> : null}
        {held.map((each) => (
          <HeldBy key={each.carrier} held={each} lines={lines} refused={refused} formKey={formKey} />
        ))}
        <HandedOver payouts={payouts} names={names} refused={refused} formKey={formKey} />
      </div>
    </>
  );
}
