import { useLocation, useRevalidator } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { Button } from '~/components/button';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { addPasskey, enterByPasskey, knowsPasskeys } from '~/passkey';
import { useHref } from '~/use-locale';

/** What can be said of passkeys here: not yet known, that the browser has none, or that it is ready. */
function useReady(): boolean | null {
  const [ready, setReady] = useState<boolean | null>(null);
  useEffect(() => setReady(knowsPasskeys()), []);
  return ready;
}

function NeedsScript({ ready }: { ready: boolean | null }) {
  if (ready) return null;
  return (
    <p className="text-14 text-muted">
      {ready === null ? m.account_passkey_script() : m.account_passkey_old()}
    </p>
  );
}

/** Signs in by a passkey; a browser without script or without passkeys reads that a code does. */
export function EnterByPasskey() {
  const href = useHref();
  const { search } = useLocation();
  const ready = useReady();
  const [failed, setFailed] = useState(false);
  const enter = async () => {
    const to = await enterByPasskey(href('/account/passkey') + search);
    if (to) location.assign(to);
    else setFailed(true);
  };
  return (
    <div className="space-y-2">
      <Button type="button" kind="quiet" wide disabled={!ready} onClick={() => void enter()}>
        {m.account_passkey_enter()}
      </Button>
      <NeedsScript ready={ready} />
      {failed ? <Notice tone="care">{m.account_passkey_not_entered()}</Notice> : null}
    </div>
  );
}

/** Adds a passkey of this device to the account. */
export function AddPasskey() {
  const href = useHref();
  const ready = useReady();
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
      <NeedsScript ready={ready} />
      {said === 'added' ? <Notice tone="good">{m.account_passkey_added()}</Notice> : null}
      {said === 'not' ? <Notice tone="care">{m.account_passkey_not_added()}</Notice> : null}
    </div>
  );
}
