import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import { hrefIn, localeOf } from '~/locale';
import { asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import { roleWords } from '~/office/role-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { doOwnAct } from './acts.server';
import { Factor } from './factor';
import { Passkeys } from './passkeys';
import { Password } from './password';
import { Sessions } from './sessions';

export const meta: MetaFunction = () => [{ title: m.people_me() }];

export const headers = () => PRIVATE;

/** One's own account: where one is signed in, the password, passkeys, the second factor. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { me: own, session } = context.api;
  const asking = Promise.all([own.state(), session.me(), own.passkeys.list()]);
  const [state, me, passkeys] = await asked(request, asking);
  const done = new URL(request.url).searchParams.get('done');
  const who = me.kind === 'person' ? { name: me.name, roles: me.roles } : { name: '', roles: [] };
  return { ...state, ...who, passkeys, done, key: crypto.randomUUID() };
}

/** One of one's own acts. A secret and codes on paper are shown in the answer alone, and never again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const { act, answer } = await doOwnAct(request, context.api, form);
  if (!answer.ok) {
    const problem = problemOf(answer.error, locale);
    return data(
      { act, id: text(form, 'id'), problem, told: null },
      { status: problem.status, headers: PRIVATE },
    );
  }
  if (answer.told) return data({ act, id: '', problem: null, told: answer.told }, { headers: PRIVATE });
  throw redirect(hrefIn(locale, `/office/me?done=${act}`), { headers: PRIVATE });
}

export default function Me() {
  const own = useLoaderData<typeof loader>();
  const { name, roles, sessions, factor, mustProve, isProved, passkeys, done, key } = own;
  const answered = useActionData<typeof action>() ?? null;
  const problemIn = (...acts: string[]) =>
    answered && acts.includes(answered.act) ? answered.problem : null;
  const dropProblem = problemIn('drop-passkey');
  return (
    <>
      <PageHeader title={m.people_me()} lead={`${name} · ${roles.map(roleWords).join(', ')}`} />
      <div className="mb-6 grid gap-3">
        {own.demoAccount && !answered ? <Notice tone="plain" title={m.signin_say_demo_account()} /> : null}
        {done && !answered ? <Notice tone="good" title={m.people_me_done()} /> : null}
        {answered?.problem?.above ? <Notice tone="care" title={answered.problem.above} /> : null}
      </div>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
        <Factor
          factor={factor}
          mustProve={mustProve}
          hasPasskey={passkeys.length > 0}
          told={answered?.told ?? null}
          beginning={problemIn('begin')}
          problem={problemIn('confirm', 'drop')}
          isConfirming={answered?.act === 'confirm'}
        />
        <Sessions sessions={sessions} formKey={key} />
        <Passkeys
          passkeys={passkeys}
          asksFor={isProved ? null : factor.isOn ? 'code' : passkeys.length > 0 ? 'passkey' : null}
          formKey={key}
          dropping={dropProblem && answered ? { id: answered.id, problem: dropProblem } : null}
          adding={problemIn('add-passkey')}
        />
        <Password problem={problemIn('password')} />
      </div>
    </>
  );
}
