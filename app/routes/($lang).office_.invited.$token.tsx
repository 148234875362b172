import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react';
import { Button } from '~/components/button';
import { DemoRibbon } from '~/components/demo-ribbon';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { Wordmark } from '~/components/wordmark';
import { hrefIn, localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import { roleWords } from '~/office/role-words';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';

export const meta: MetaFunction = () => [
  { title: m.people_welcome_title() },
  { name: 'robots', content: 'noindex' },
  // The word in the address opens an account: no other site is told it.
  { name: 'referrer', content: 'no-referrer' },
];

export const headers = () => PRIVATE;

/** Who is invited by the link; one that opens nothing is answered 410. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await asked(request, context.api.people.invitation({ token: params.token ?? '' }));
  const page = { demo: context.demo, invited: found.ok ? found.value : null };
  return data(page, { status: found.ok ? 200 : 410, headers: PRIVATE });
}

/** Makes the account, signs in and leads home. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const accepting = { token: params.token ?? '', password: text(form, 'fresh') };
  const answer = await answered(request, context.api.people.accept(accepting));
  if (answer.ok) throw redirect(hrefIn(locale, '/office'), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale);
  return data({ problem }, { status: problem.status, headers: PRIVATE });
}

export default function Invited() {
  const { demo, invited } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return (
    <div className="min-h-dvh">
      {demo ? <DemoRibbon /> : null}
      <main id="main" className="mx-auto grid max-w-xl gap-5 px-4 py-8">
        <Wordmark />
        <h1 className="text-28 sm:text-36">{m.people_welcome_title()}</h1>
        {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
        {invited ? (
          <>
            <p className="text-18">
              {m.people_welcome({ name: invited.name, roles: invited.roles.map(roleWords).join(', ') })}
            </p>
            <Form method="post" noValidate className="grid gap-5">
              <Field
                label={m.people_password_new()}
                hint={m.people_password_hint()}
                error={refused?.problem.beside.fresh}
              >
                <TextInput name="fresh" type="password" autoComplete="new-password" required />
              </Field>
              <Button wide tall>
                {m.people_welcome_do()}
              </Button>
            </Form>
          </>
        ) : (
          <Notice tone="care" title={m.people_say_invitation_gone()} />
        )}
      </main>
    </div>
  );
}
