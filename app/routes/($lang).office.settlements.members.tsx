import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { MemberMoney } from '~/office/member-money';
import { provedFirst } from '~/office/proved-first.server';
import { problemOf } from '~/office/refusals.server';
import { wholeNumber } from '~/office/whole-number';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.settlement_members_title() }];

export const headers = () => PRIVATE;

/** Every member's account and open advances. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { members, banks } = await asked(request, context.api.settlement.board());
  const saved = new URL(request.url).searchParams.get('saved');
  return data({ members, banks, saved, formKey: crypto.randomUUID() }, { headers: PRIVATE });
}

/** Proposes an account or writes an advance down; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const typed = Object.fromEntries([...form.keys()].map((name) => [name, text(form, name)]));
  const { act, key = '', memberId = '', bin = '', account = '', holder = '', reference = '' } = typed;
  const { settlement, memberAccounts } = context.api;
  const answer =
    act === 'account'
      ? await answered(request, memberAccounts.propose({ key, memberId, bin, account, holder }))
      : await provedFirst(request, context.api, form, () =>
          settlement.payAdvance({
            ...{ key, memberId, reference, amount: wholeNumber(typed.amount) },
            through: typed.through as 'bank',
          }),
        );
  const saved = act === 'account' ? 'account' : 'advance';
  if (answer.ok)
    throw redirect(hrefIn(locale, `/office/settlements/members?saved=${saved}`), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale);
  return data({ typed, problem }, { status: problem.status, headers: PRIVATE });
}

export default function MembersMoney() {
  const { members, banks, saved, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? null;
  const href = useHref();
  return (
    <>
      <PageHeader title={m.settlement_members_title()} lead={m.settlement_members_lead()}>
        <LinkButton kind="quiet" to={href('/office/settlements')}>
          {m.settlement_back()}
        </LinkButton>
      </PageHeader>
      <div className="mb-6 grid gap-3">
        {saved && !refused ? (
          <Notice
            tone="good"
            title={saved === 'account' ? m.signin_account_proposed() : m.settlement_advance_saved()}
          />
        ) : null}
        {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
      </div>
      <ul className="grid gap-8">
        {members.map((member) => (
          <MemberMoney
            key={member.memberId}
            member={member}
            banks={banks}
            refused={refused}
            newKey={formKey}
          />
        ))}
      </ul>
    </>
  );
}
