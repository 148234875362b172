import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { AccountFields } from '~/office/account-fields';
import { AccountHistory } from '~/office/account-history';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import { WaitingAccount } from '~/office/waiting-account';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.signin_account_title() }];

export const headers = () => PRIVATE;

/** Where a member is paid, as they see it themselves. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.memberAccounts.own());
  if (!found.ok) throw new Response(null, { status: 404, headers: PRIVATE });
  const done = new URL(request.url).searchParams.has('done');
  return data({ own: found.value, done, formKey: crypto.randomUUID() }, { headers: PRIVATE });
}

/** Proposes another account, or takes the proposal back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  const { act, key = '', id = '', memberId = '', bin = '', account = '', holder = '' } = typed;
  const { memberAccounts } = context.api;
  type Done = Awaited<ReturnType<typeof memberAccounts.propose | typeof memberAccounts.drop>>;
  const answer = await answered<Done>(
    request,
    act === 'drop'
      ? memberAccounts.drop({ key, id })
      : memberAccounts.propose({ key, memberId, bin, account, holder }),
  );
  if (answer.ok) throw redirect(hrefIn(locale, '/office/payout-account?done'), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale);
  return data({ typed, problem }, { status: problem.status, headers: PRIVATE });
}

export default function PayoutAccount() {
  const { own, done, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const href = useHref();
  const { account, waiting, history, banks, memberId } = own;
  return (
    <>
      <PageHeader title={m.signin_account_title()} lead={m.signin_account_own_lead()}>
        <LinkButton kind="quiet" to={href('/office/statements')}>
          {m.settlement_own_title()}
        </LinkButton>
      </PageHeader>
      <div className="mb-6 grid gap-3">
        {done && !refused ? <Notice tone="good" title={m.signin_account_proposed()} /> : null}
        {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
      </div>
      <p className="mb-6 text-18 [overflow-wrap:anywhere]">
        {account
          ? `${account.bankName ?? account.bin} ${account.account}, ${account.holder}`
          : m.settlement_account_none()}
      </p>
      {waiting ? (
        <WaitingAccount waiting={waiting} mayConfirm={false} formKey={formKey} problem={null} />
      ) : null}
      <section className="mt-8">
        <h2 className="mb-3 text-22">{m.signin_account_change()}</h2>
        <Form method="post" noValidate className="grid max-w-md gap-4">
          <input type="hidden" name="act" value="propose" />
          <input type="hidden" name="key" value={refused?.typed.key || formKey} />
          <input type="hidden" name="memberId" value={memberId} />
          <AccountFields banks={banks} typed={refused?.typed ?? {}} beside={refused?.problem.beside ?? {}} />
          <div>
            <Button>{m.signin_account_propose()}</Button>
          </div>
        </Form>
      </section>
      <AccountHistory history={history} />
    </>
  );
}
