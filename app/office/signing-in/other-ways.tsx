import { useLocation } from '@remix-run/react';
import { useState } from 'react';
import { Button, LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { enterByPasskey } from '~/passkey';
import { useHref } from '~/use-locale';
import { NeedsPasskeys, usePasskeys } from './passkey-ready';

/** The ways in beside a password: a passkey, and a code by SMS where messages leave. */
export function OtherWays({ byCode }: { byCode: string | null }) {
  const href = useHref();
  const { search } = useLocation();
  const ready = usePasskeys();
  const [failed, setFailed] = useState(false);
  const enter = async () => {
    const to = await enterByPasskey(href('/office/passkey') + search);
    if (to) location.assign(to);
    else setFailed(true);
  };
  return (
    <div className="mt-8 grid gap-3 border-t border-line pt-6">
      <Button type="button" kind="quiet" wide disabled={!ready} onClick={() => void enter()}>
        {m.signin_by_passkey()}
      </Button>
      <NeedsPasskeys ready={ready} />
      {failed ? <Notice tone="care">{m.signin_passkey_not_entered()}</Notice> : null}
      {byCode ? (
        <LinkButton kind="quiet" to={byCode}>
          {m.signin_by_code()}
        </LinkButton>
      ) : null}
    </div>
  );
}
