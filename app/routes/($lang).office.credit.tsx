import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { EmptyState } from '~/components/empty-state';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { CreditAccount } from '~/office/credit-account';
import { asked } from '~/office/gate-answers.server';
import { provedFirst } from '~/office/proved-first.server';
import { problemOf } from '~/office/refusals.server';
import { wholeNumber } from '~/office/whole-number';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';

export const meta: MetaFunction = () => [{ title: m.credit_title() }];

export const headers = () => PRIVATE;

/** Everybody's credit, the largest first. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const accounts = await asked(request, context.api.credit.board());
  const paid = new URL(request.url).searchParams.has('paid');
  return { accounts, paid, key: crypto.randomUUID() };
}

/** Writes down that credit was paid out; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  const { key = '', phone = '', amount, through, reference = '' } = typed;
  const paid = await provedFirst(request, context.api, form, () =>
    // Whatever was sent: the gate says whether it is a way.
    context.api.credit.payOut({
      ...{ key, phone, reference },
      amount: wholeNumber(amount),
      through: through as 'bank',
    }),
  );
  if (paid.ok) throw redirect(hrefIn(locale, '/office/credit?paid'), { headers: PRIVATE });
  const problem = problemOf(paid.error, locale);
  return data({ typed, problem }, { status: problem.status, headers: PRIVATE });
}

export default function Credit() {
  const { accounts, paid, key } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  return (
    <>
      <PageHeader title={m.credit_title()} lead={m.credit_lead()} />
      <div className="mb-6 grid gap-3">
        {paid && !refused ? <Notice tone="good" title={m.credit_paid()} /> : null}
        {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
      </div>
      {accounts.length === 0 ? (
        <EmptyState sign="receipt" title={m.credit_none()} text={m.credit_none_text()} />
      ) : (
        <ul className="grid gap-8">
          {accounts.map((account) => (
            <CreditAccount key={account.phone} account={account} refused={refused} newKey={key} />
          ))}
        </ul>
      )}
    </>
  );
}
