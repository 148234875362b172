import { LinkButton } from '~/components/button';
import * as m from '~/paraglide/messages.js';
import { EnterByPasskey } from '~/signing-in/by-passkey';

/** What somebody of the office reads whose browser knows no passkeys. */
export const withoutPasskeys = () => ({ script: m.signin_passkey_script(), old: m.signin_passkey_old() });

/** The ways in beside a password: a passkey, and a code by SMS where messages leave. */
export function OtherWays({ byCode }: { byCode: string | null }) {
  const words = { enter: m.signin_by_passkey(), failed: m.signin_passkey_not_entered() };
  return (
    <div className="mt-8 grid gap-3 border-t border-line pt-6">
      <EnterByPasskey door="/office/passkey" words={{ ...words, ...withoutPasskeys() }} />
      {byCode ? (
        <LinkButton kind="quiet" to={byCode}>
          {m.signin_by_code()}
        </LinkButton>
      ) : null}
    </div>
  );
}
