import { useLocation } from '@remix-run/react';
import { LinkButton } from '~/components/button';
import { PageHeader } from '~/components/page-header';
import * as m from '~/paraglide/messages.js';
import { EnterByPasskey } from '~/signing-in/by-passkey';
import { type CodeShown, PhoneAndCode } from '~/signing-in/phone-and-code';
import { useHref } from '~/use-locale';
import { withoutPasskeys } from './add-passkey';

type SignInProps = { shown: CodeShown | null; formKey: string; demo: boolean };

/** A buyer's sign-in, by a code or a passkey. */
export function SignIn({ shown, formKey, demo }: SignInProps) {
  const href = useHref();
  const { search } = useLocation();
  const words = {
    ...{ phone: m.account_phone(), phoneHint: m.account_phone_hint(), enter: m.account_enter() },
    ...{
      onItsWay: (phone: string) => m.account_code_on_its_way({ phone }),
      demo: m.account_demo_code_text(),
    },
  };
  const byPasskey = {
    ...withoutPasskeys(),
    ...{ enter: m.account_passkey_enter(), failed: m.account_passkey_not_entered() },
  };
  return (
    <>
      <PageHeader title={m.account_sign_in_title()} lead={m.account_sign_in_lead()} />
      <div className="max-w-md space-y-6">
        <PhoneAndCode {...{ shown, formKey, words }} autoComplete="tel webauthn">
          <LinkButton kind="quiet" to={href(`/account${search}`)} reloadDocument>
            {m.account_other_phone()}
          </LinkButton>
        </PhoneAndCode>
        {shown?.code ? null : <EnterByPasskey door="/account/passkey" words={byPasskey} />}
        {demo && !shown?.code ? <p className="text-14 text-muted">{m.account_demo_hint()}</p> : null}
      </div>
    </>
  );
}
