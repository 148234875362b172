import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import {
  Form,
  Link,
  type MetaFunction,
  useActionData,
  useLoaderData,
  useSearchParams,
} from '@remix-run/react';
import { Button } from '~/components/button';
import { DemoRibbon } from '~/components/demo-ribbon';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { LanguageSwitch } from '~/components/language-switch';
import { Notice } from '~/components/notice';
import { Wordmark } from '~/components/wordmark';
import { localeOf } from '~/locale';
import { answered, asked } from '~/office/gate-answers.server';
import { problemOf } from '~/office/refusals.server';
import { roleWords } from '~/office/role-words';
import { ByCode } from '~/office/signing-in/by-code';
import { askForCode, enterByCode } from '~/office/signing-in/by-code.server';
import { OtherWays } from '~/office/signing-in/other-ways';
import { placeAfterSignIn } from '~/office/signing-in/place-after.server';
import { WaitingForOwner } from '~/offline/waiting-for-owner';
import * as m from '~/paraglide/messages.js';
import { PRIVATE } from '~/private-page.server';
import { formOf, text } from '~/read-form.server';
import { useHref } from '~/use-locale';

export const meta: MetaFunction = () => [
  { title: m.office_sign_in_title() },
  { name: 'robots', content: 'noindex' },
];

export const headers = () => PRIVATE;

/** The demo's sign-ins, if any; whoever is signed in already goes on. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const me = await asked(request, context.api.session.me());
  if (me.kind === 'person') throw redirect(placeAfterSignIn(request, localeOf(params)));
  const { session } = context.api;
  const [demoSignIns, ways] = await asked(request, Promise.all([session.demoSignIns(), session.ways()]));
  const { searchParams } = new URL(request.url);
  const as = searchParams.get('as');
  const filled = demoSignIns.find(({ phone }) => phone === as) ?? null;
  const byCode = ways.codes && searchParams.get('by') === 'code';
  return { demo: context.demo, demoSignIns, filled, ways, byCode, key: crypto.randomUUID() };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params);
  const form = await formOf(request);
  const act = text(form, 'act');
  if (act === 'ask') return askForCode(context, request, form, locale);
  if (act === 'enter') return enterByCode(context, request, form, locale);
  const phone = text(form, 'phone');
  const answer = await answered(
    request,
    context.api.session.signIn({ phone, password: text(form, 'password') }),
  );
  if (answer.ok) throw redirect(placeAfterSignIn(request, locale), { headers: PRIVATE });
  const problem = problemOf(answer.error, locale);
  const refused = { phone, problem };
  return data({ shown: null, refused }, { status: problem.status, headers: PRIVATE });
}

export default function SignIn() {
  const { demo, demoSignIns } = useLoaderData<typeof loader>();
  const href = useHref();
  return (
    <div className="flex min-h-dvh flex-col">
      {demo ? <DemoRibbon /> : null}
      <header>
        <div className="mx-auto flex max-w-5xl items-center justify-between px-4 py-3">
          <Link to={href('/')} className="rounded-crate">
            <Wordmark />
          </Link>
          <LanguageSwitch />
        </div>
        <div className="h-1.5 bg-rind" />
        <div className="spines text-rind" />
      </header>
      <main
        id="main"
        className="mx-auto grid w-full max-w-5xl grow content-start gap-x-16 gap-y-10 px-4 py-8 md:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]"
      >
        <SignInForm />
        {demoSignIns.length > 0 ? <DemoSignIns /> : null}
      </main>
    </div>
  );
}

function SignInForm() {
  const { ways, byCode, key } = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>()?.shown ?? null;
  const [search] = useSearchParams();
  const to = search.get('to');
  const next = (by: Record<string, string>) => `?${new URLSearchParams({ ...by, ...(to ? { to } : {}) })}`;
  return (
    <section>
      <h1 className="text-28 sm:text-36">{m.office_sign_in_title()}</h1>
      <p className="mt-1 mb-6 text-muted">{m.office_sign_in_lead()}</p>
      <WaitingForOwner />
      {byCode ? (
        <ByCode shown={shown} formKey={key} byPassword={next({})} />
      ) : (
        <>
          <ByPassword />
          <OtherWays byCode={ways.codes ? next({ by: 'code' }) : null} />
        </>
      )}
    </section>
  );
}

function ByPassword() {
  const { filled } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>()?.refused ?? null;
  return (
    <Form method="post" key={filled?.phone} className="grid gap-5" noValidate>
      {refused?.problem.above ? <Notice tone="care" title={refused.problem.above} /> : null}
      <Field label={m.office_sign_in_phone()} error={refused?.problem.beside.phone}>
        <TextInput
          name="phone"
          type="tel"
          autoComplete="username"
          required
          defaultValue={refused?.phone ?? filled?.phone}
        />
      </Field>
      <Field label={m.office_sign_in_password()} error={refused?.problem.beside.password}>
        <TextInput
          name="password"
          type="password"
          autoComplete="current-password"
          required
          defaultValue={filled?.password}
        />
      </Field>
      <Button wide tall>
        {m.office_sign_in_do()}
      </Button>
      <p className="text-14 text-muted">{m.office_sign_in_forgotten()}</p>
    </Form>
  );
}

function DemoSignIns() {
  const { demoSignIns } = useLoaderData<typeof loader>();
  return (
    <section>
      <h2 className="text-22">{m.office_sign_in_demo_title()}</h2>
      <p className="mt-1 mb-3 text-muted">{m.office_sign_in_demo_text()}</p>
      <ul className="border-t-2 border-ink">
        {demoSignIns.map((account) => (
          <li
            key={account.phone}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2"
          >
            <span className="min-w-48 grow">
              <span className="block font-semibold">{account.name}</span>
              <span className="block text-14 text-muted">
                {roleWords(account.role)} · {account.phone} · <code>{account.password}</code>
              </span>
            </span>
            <FillIn phone={account.phone} name={account.name} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FillIn({ phone, name }: { phone: string; name: string }) {
  const [search] = useSearchParams();
  const to = search.get('to');
  const next = new URLSearchParams({ as: phone, ...(to ? { to } : {}) });
  return (
    <Link
      to={`?${next}`}
      aria-label={m.office_sign_in_demo_fill_for({ name })}
      preventScrollReset
      className="inline-flex min-h-11 items-center rounded-crate border-2 border-rind px-4 font-semibold text-rind hover:bg-leaf"
    >
      {m.office_sign_in_demo_fill()}
    </Link>
  );
}
