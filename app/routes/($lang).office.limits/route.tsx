import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { doneWords } from '~/office/done-words';
import { asked } from '~/office/gate-answers.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { doLimitsAct } from './acts.server';
import { Decided } from './decided';
import { RuleForm } from './rule-form';
import { Rules } from './rules';
import { Waiting } from './waiting';

export const meta: MetaFunction = () => [{ title: m.limits_title() }];

export const headers = () => PRIVATE;

/** What waits for a second person, what two decided, and the limits. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const board = await asked(request, context.api.givings.board());
  const done = new URL(request.url).searchParams.get('done');
  return data({ ...board, done, formKey: crypto.randomUUID() }, { headers: PRIVATE });
}

/** Approves, declines, or sets new limits; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const done = await doLimitsAct({ request, api: context.api, form: await formOf(request), locale });
  if (done.ok) throw redirect(hrefIn(locale, `/office/limits?done=${done.act}`), { headers: PRIVATE });
  const { ok: _ok, ...refused } = done;
  return data(refused, { status: refused.problem.status, headers: PRIVATE });
}

const DONE = {
  approve: m.limits_done_approved,
  decline: m.limits_done_declined,
  takeBack: m.limits_done_taken_back,
  rule: m.limits_done_rule,
};

export default function Limits() {
  const { waiting, decided, rules, done, ...page } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const { names, me, mayAddRule, formKey } = page;
  const said = doneWords(DONE, done);
  const [newest] = rules;
  return (
    <>
      <PageHeader title={m.limits_title()} lead={m.limits_lead()} />
      <div className="mb-6 grid gap-3">
        {said && !refused ? <Notice tone="good" title={said} /> : null}
        {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
      </div>
      <div className="grid gap-12">
        <Waiting rows={waiting} names={names} me={me} refused={refused} formKey={formKey} />
        <Rules rules={rules} names={names} me={me}>
          {mayAddRule && newest ? <RuleForm rule={newest} refused={refused} formKey={formKey} /> : null}
        </Rules>
        <Decided rows={decided} names={names} />
      </div>
    </>
  );
}
