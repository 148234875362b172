import { Form, useLocation } from '@remix-run/react';
import { Button, LinkButton } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { PageHeader } from '~/components/page-header';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { EnterByPasskey } from './passkey-buttons';
import type { SignInShown } from './sign-in.server';

type SignInProps = { shown: SignInShown | null; formKey: string; demo: boolean };

/** Signing in: a telephone number, and then the code that came to it. Works without script. */
export function SignIn({ shown, formKey, demo }: SignInProps) {
  const isCode = shown?.step === 'code';
  return (
    <>
      <PageHeader title={m.account_sign_in_title()} lead={m.account_sign_in_lead()} />
      <div className="max-w-md space-y-6">
        {shown?.above ? <Notice tone="care">{shown.above}</Notice> : null}
        {isCode ? <CodeForm shown={shown} /> : <PhoneForm shown={shown} formKey={formKey} />}
        {isCode ? <AskAgain shown={shown} formKey={formKey} /> : <EnterByPasskey />}
        {demo && !isCode ? <p className="text-14 text-muted">{m.account_demo_hint()}</p> : null}
      </div>
    </>
  );
}

function PhoneForm({ shown, formKey }: { shown: SignInShown | null; formKey: string }) {
  return (
    <Form method="post" noValidate className="space-y-4">
      <input type="hidden" name="key" value={formKey} />
      <Field label={m.account_phone()} hint={m.account_phone_hint()} error={shown?.beside ?? null}>
        <TextInput
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="tel webauthn"
          defaultValue={shown?.phone}
        />
      </Field>
      <Button wide tall name="act" value="ask">
        {m.account_send_code()}
      </Button>
    </Form>
  );
}

function CodeForm({ shown }: { shown: SignInShown }) {
  return (
    <Form method="post" noValidate className="space-y-4">
      <input type="hidden" name="codeId" value={shown.codeId} />
      <input type="hidden" name="phone" value={shown.phone} />
      {shown.demoDigits ? (
        <Notice tone="plain" title={m.account_demo_code({ digits: shown.demoDigits })}>
          {m.account_demo_code_text()}
        </Notice>
      ) : (
        <p>{m.account_code_on_its_way({ phone: shown.phone })}</p>
      )}
      <Field label={m.account_code()} hint={m.account_code_hint()} error={shown.beside}>
        <TextInput
          key={shown.codeId}
          name="digits"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          className="text-22 tracking-widest"
        />
      </Field>
      <Button wide tall name="act" value="enter">
        {m.account_enter()}
      </Button>
    </Form>
  );
}

function AskAgain({ shown, formKey }: { shown: SignInShown; formKey: string }) {
  const href = useHref();
  const { search } = useLocation();
  return (
    <Form method="post" className="flex flex-wrap gap-3">
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="phone" value={shown.phone} />
      <Button kind="quiet" name="act" value="ask">
        {m.account_send_again()}
      </Button>
      <LinkButton kind="quiet" to={href(`/account${search}`)} reloadDocument>
        {m.account_other_phone()}
      </LinkButton>
    </Form>
  );
}
