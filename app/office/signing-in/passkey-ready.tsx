import { useEffect, useState } from 'react';
import * as m from '~/paraglide/messages.js';
import { knowsPasskeys } from '~/passkey';

/** Whether this browser makes passkeys; null: not yet known, or no script runs. */
export function usePasskeys(): boolean | null {
  const [ready, setReady] = useState<boolean | null>(null);
  useEffect(() => setReady(knowsPasskeys()), []);
  return ready;
}

/** What a browser without script or without passkeys is told. */
export function NeedsPasskeys({ ready }: { ready: boolean | null }) {
  if (ready) return null;
  return (
    <p className="text-14 text-muted">
      {ready === null ? m.signin_passkey_script() : m.signin_passkey_old()}
    </p>
  );
}
