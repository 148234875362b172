import { Link } from '@remix-run/react';
import * as m from '~/paraglide/messages.js';
import { type CodeShown, PhoneAndCode } from '~/signing-in/phone-and-code';

/** Signing in to the office by a code; `byPassword` is the sign-in by a password, with where to go on. */
export function ByCode(props: { shown: CodeShown | null; formKey: string; byPassword: string }) {
  const words = {
    ...{ phone: m.office_sign_in_phone(), phoneHint: m.signin_phone_hint(), enter: m.office_sign_in_do() },
    ...{ onItsWay: (phone: string) => m.signin_code_on_its_way({ phone }), demo: m.signin_demo_code_text() },
  };
  return (
    <div className="grid gap-5">
      <PhoneAndCode shown={props.shown} formKey={props.formKey} words={words} autoComplete="username" />
      <Link
        to={props.byPassword}
        reloadDocument
        className="inline-flex min-h-11 items-center justify-self-start font-semibold underline underline-offset-4"
      >
        {m.signin_by_password()}
      </Link>
    </div>
  );
}
