import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import type { CodeShown } from './by-code.server';

type ByCodeProps = {
  shown: CodeShown | null;
  formKey: string;
  /** The sign-in by a password, with where to go on. */
  byPassword: string;
};

/** Signing in by a code: a telephone number, and then the digits that came to it. */
export function ByCode({ shown, formKey, byPassword }: ByCodeProps) {
  const code = shown?.code ?? null;
  return (
    <div className="grid gap-5">
      {shown?.problem?.above ? <Notice tone="care" title={shown.problem.above} /> : null}
      {shown && code ? <Digits shown={shown} code={code} /> : <Phone shown={shown} formKey={formKey} />}
      {shown && code ? (
        <Form method="post">
          <input type="hidden" name="key" value={formKey} />
          <input type="hidden" name="phone" value={shown.phone} />
          <Button kind="quiet" wide name="act" value="ask">
            {m.account_send_again()}
          </Button>
        </Form>
      ) : null}
      <Link
        to={byPassword}
        reloadDocument
        className="inline-flex min-h-11 items-center justify-self-start font-semibold underline underline-offset-4"
      >
        {m.signin_by_password()}
      </Link>
    </div>
  );
}

function Phone({ shown, formKey }: Pick<ByCodeProps, 'shown' | 'formKey'>) {
  return (
    <Form method="post" noValidate className="grid gap-5">
      <input type="hidden" name="key" value={formKey} />
      <Field
        label={m.office_sign_in_phone()}
        hint={m.signin_phone_hint()}
        error={shown?.problem?.beside.phone}
      >
        <TextInput name="phone" type="tel" autoComplete="username" required defaultValue={shown?.phone} />
      </Field>
      <Button wide tall name="act" value="ask">
        {m.account_send_code()}
      </Button>
    </Form>
  );
}

function Digits({ shown, code }: { shown: CodeShown; code: NonNullable<CodeShown['code']> }) {
  return (
    <Form method="post" noValidate className="grid gap-5">
      <input type="hidden" name="codeId" value={code.id} />
      <input type="hidden" name="phone" value={shown.phone} />
      {code.demoDigits ? (
        <Notice tone="plain" title={m.account_demo_code({ digits: code.demoDigits })}>
          {m.signin_demo_code_text()}
        </Notice>
      ) : (
        <p>{m.signin_code_on_its_way({ phone: shown.phone })}</p>
      )}
      <Field label={m.account_code()} hint={m.account_code_hint()} error={shown.problem?.beside.digits}>
        <TextInput
          key={code.id}
          name="digits"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
          className="text-22 tracking-widest"
        />
      </Field>
      <Button wide tall name="act" value="enter">
        {m.office_sign_in_do()}
      </Button>
    </Form>
  );
}
