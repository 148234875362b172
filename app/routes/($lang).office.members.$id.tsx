import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { PageHeader } from '~/components/page-header';
import { localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { MemberForm } from '~/office/member-form';
import { RecallFromHere } from '~/office/recall/recall-from-here';
import { keptOr, typedIn } from '~/office/typed-listing.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [{ title: m.members_title() }];

export const headers = () => PRIVATE;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const members = await asked(request, context.api.members.all());
  const member = members.find(({ id }) => id === params.id);
  if (!member) throw new Response(null, { status: 404, headers: PRIVATE });
  return { member, formKey: crypto.randomUUID() };
}

/** Says a member anew; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const typed = await typedIn(request);
  const { key = '', name = '' } = typed;
  const said = { key, name, shown: typed.shown as 'nothing', id: params.id ?? '' };
  const answer = await answered(request, context.api.members.change(said));
  return keptOr(answer, typed, localeOf(params), '/office/members?saved');
}

export default function ChangeMember() {
  const { member, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const href = useHref();
  const { code, name, shown, signsIn } = member;
  return (
    <>
      <PageHeader title={m.members_change({ name })} lead={signsIn ? code : m.members_account({ code })}>
        <LinkButton kind="quiet" to={href('/office/members')}>
          {m.members_back()}
        </LinkButton>
        <RecallFromHere kind="member" id={member.id} />
      </PageHeader>
      <MemberForm
        isNew={false}
        formKey={formKey}
        typed={refused?.typed ?? { name, shown }}
        problem={refused?.problem ?? null}
      />
    </>
  );
}
