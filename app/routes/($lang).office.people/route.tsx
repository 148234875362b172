import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { CopyLine } from '~/components/copy-line';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf } from '~/read-form.server';
import { doPeopleAct } from './acts.server';
import { Invitations } from './invitations';
import { InviteForm } from './invite-form';
import { Person } from './person';

export const meta: MetaFunction = () => [{ title: m.people_title() }];

export const headers = () => PRIVATE;

/** Everybody with an account, and who is invited. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { people, session } = context.api;
  const [board, me] = await asked(request, Promise.all([people.board(), session.me()]));
  const meId = me.kind === 'person' ? me.userId : null;
  const done = new URL(request.url).searchParams.has('done');
  return { ...board, meId, done, key: crypto.randomUUID() };
}

/** Changes somebody's roles or account, or invites somebody, whose link is shown in this answer alone. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const { typed, roles, answer } = await doPeopleAct(request, context.api, await formOf(request));
  if (!answer.ok) {
    const problem = problemOf(answer.error, locale);
    return data({ typed, roles, problem, invited: null }, { status: problem.status, headers: PRIVATE });
  }
  const invited = answer.value ?? null;
  if (invited) return data({ typed, roles, problem: null, invited }, { headers: PRIVATE });
  throw redirect(hrefIn(locale, '/office/people?done'), { headers: PRIVATE });
}

export default function People() {
  const { people, invitations, meId, done, key } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>() ?? null;
  const refused = answered?.problem ? { ...answered, problem: answered.problem } : null;
  const factorOf = refused?.typed.act === 'drop-factor' ? refused.typed.userId : null;
  return (
    <>
      <PageHeader title={m.people_title()} lead={m.people_lead()} />
      <div className="mb-6 grid gap-3">
        {done && !answered ? <Notice tone="good" title={m.people_done()} /> : null}
        {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
        {answered?.invited ? <Link {...answered.invited} name={answered.typed.name ?? ''} /> : null}
      </div>
      <ul className="grid gap-6">
        {people.map((person) => (
          <Person
            key={person.id}
            person={person}
            formKey={key}
            isMe={person.id === meId}
            refused={refused && factorOf === person.id ? refused.problem : null}
          />
        ))}
      </ul>
      <Invitations invitations={invitations} formKey={key} />
      <InviteForm key={key} formKey={key} refused={refused?.typed.act === 'invite' ? refused : null} />
    </>
  );
}

function Link({ link, isSent, name }: { link: string; isSent: boolean; name: string }) {
  return (
    <Notice tone="good" title={m.people_invited({ name })}>
      <p>{isSent ? m.people_invited_sent() : m.people_invited_hand_on()}</p>
      <dl>
        <CopyLine term={m.people_link()} value={link} />
      </dl>
    </Notice>
  );
}
