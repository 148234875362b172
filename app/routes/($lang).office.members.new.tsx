import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/page-header';
import { vietnamDayText } from '~/format';
import { localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { MemberForm } from '~/office/member-form';
import { keptOr, typedIn } from '~/office/typed-listing.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';

export const meta: MetaFunction = () => [{ title: m.members_new() }];

export const headers = () => PRIVATE;

export async function loader({ request, context }: LoaderFunctionArgs) {
  await asked(request, context.api.members.all());
  return { today: vietnamDayText(context.now), formKey: crypto.randomUUID() };
}

/** Writes a member down; refused, gives the form back as it was filled in. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const typed = await typedIn(request);
  const { key = '', code = '', name = '', joinedOn = '' } = typed;
  const shown = typed.shown as 'nothing';
  const answer = await answered(request, context.api.members.add({ key, code, name, joinedOn, shown }));
  return keptOr(answer, typed, localeOf(params), '/office/members?saved');
}

export default function NewMember() {
  const { today, formKey } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={m.members_new()} />
      <MemberForm
        isNew
        formKey={formKey}
        typed={refused?.typed ?? { joinedOn: today, shown: 'nothing' }}
        problem={refused?.problem ?? null}
      />
    </>
  );
}
