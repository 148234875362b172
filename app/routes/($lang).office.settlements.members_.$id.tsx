import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { AccountHistory } from '~/office/account-history';
import { asked } from '~/office/gate-answers.server';
import { provedFirst } from '~/office/proved-first.server';
import { problemOf } from '~/office/refusals.server';
import { WaitingAccount } from '~/office/waiting-account';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.signin_account_title() }];

export const headers = () => PRIVATE;

/** Where one member is paid: what waits, and how it came. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.memberAccounts.of({ memberId: params.id ?? '' }));
  if (!found.ok) throw new Response(null, { status: 404, headers: PRIVATE });
  const done = new URL(request.url).searchParams.has('done');
  return data({ member: found.value, done, formKey: crypto.randomUUID() }, { headers: PRIVATE });
}

/** Confirms what somebody else proposed, or drops it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const input = { key: text(form, 'key'), id: text(form, 'id') };
  const { memberAccounts } = context.api;
  type Done = Awaited<ReturnType<typeof memberAccounts.confirm | typeof memberAccounts.drop>>;
  const answer = await provedFirst<Done>(request, context.api, form, () =>
    text(form, 'act') === 'confirm' ? memberAccounts.confirm(input) : memberAccounts.drop(input),
  );
  if (answer.ok)
    throw redirect(hrefIn(locale, `/office/settlements/members/${params.id}?done`), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale);
  return data({ problem }, { status: problem.status, headers: PRIVATE });
}

export default function MemberAccount() {
  const { member, done, formKey } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem ?? null;
  const href = useHref();
  const { code, name, waiting, history, mayConfirm } = member;
  return (
    <>
      <PageHeader title={m.signin_account_title()} lead={m.settlement_own_who({ name, code })}>
        <LinkButton kind="quiet" to={href('/office/settlements/members')}>
          {m.settlement_members_title()}
        </LinkButton>
      </PageHeader>
      <div className="mb-6 grid gap-3">
        {done && !problem ? <Notice tone="good" title={m.people_done()} /> : null}
        {problem?.above ? <Notice tone="care" title={problem.above} /> : null}
      </div>
      {waiting ? (
        <WaitingAccount waiting={waiting} mayConfirm={mayConfirm} formKey={formKey} problem={problem} />
      ) : null}
      <AccountHistory history={history} />
    </>
  );
}
