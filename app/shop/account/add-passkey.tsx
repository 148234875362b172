import { useRevalidator } from '@remix-run/react';
import { useState } from 'react';
import { Button } from '~/components/button';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { NeedsPasskeys, usePasskeys } from '~/signing-in/by-passkey';
import { addPasskey } from '~/signing-in/passkey';
import { useHref } from '~/use-locale';

/** What a buyer reads whose browser knows no passkeys. */
export const withoutPasskeys = () => ({ script: m.account_passkey_script(), old: m.account_passkey_old() });

/** Adds a passkey of this device to the account. */
export function AddPasskey() {
  const href = useHref();
  const ready = usePasskeys();
  const { revalidate } = useRevalidator();
  const [said, setSaid] = useState<'added' | 'not' | null>(null);
  const add = async () => {
    const { added } = await addPasskey(href('/account/passkey'));
    setSaid(added ? 'added' : 'not');
    if (added) revalidate();
  };
  return (
    <div className="mt-4 space-y-2">
      <Button type="button" kind="quiet" disabled={!ready} onClick={() => void add()}>
        {m.account_passkey_add()}
      </Button>
      <NeedsPasskeys ready={ready} {...withoutPasskeys()} />
      {said === 'added' ? <Notice tone="good">{m.account_passkey_added()}</Notice> : null}
      {said === 'not' ? <Notice tone="care">{m.account_passkey_not_added()}</Notice> : null}
    </div>
  );
}
