import { useLocation } from '@remix-run/react';
import { useEffect, useState } from 'react';
import { Button } from '~/components/button';
import { Notice } from '~/components/notice';
import { useHref } from '~/use-locale';
import { enterByPasskey, knowsPasskeys } from './passkey';

/** Whether this browser makes passkeys; null: not yet known, or no script runs. */
export function usePasskeys(): boolean | null {
  const [ready, setReady] = useState<boolean | null>(null);
  useEffect(() => setReady(knowsPasskeys()), []);
  return ready;
}

/** What a browser is told that runs no script, or is too old for passkeys. */
export interface WithoutPasskeys {
  script: string;
  old: string;
}

/** What a browser without script or without passkeys is told. */
export function NeedsPasskeys({ ready, script, old }: WithoutPasskeys & { ready: boolean | null }) {
  if (ready) return null;
  return <p className="text-14 text-muted">{ready === null ? script : old}</p>;
}

/** Signs in by a passkey at a door (`/account/passkey`); a browser that cannot reads which other way there is. */
export function EnterByPasskey({
  door,
  words,
}: {
  door: string;
  words: WithoutPasskeys & { enter: string; failed: string };
}) {
  const href = useHref();
  const { search } = useLocation();
  const ready = usePasskeys();
  const [failed, setFailed] = useState(false);
  const enter = async () => {
    const to = await enterByPasskey(href(door) + search);
    if (to) location.assign(to);
    else setFailed(true);
  };
  return (
    <div className="space-y-2">
      <Button type="button" kind="quiet" wide disabled={!ready} onClick={() => void enter()}>
        {words.enter}
      </Button>
      <NeedsPasskeys ready={ready} script={words.script} old={words.old} />
      {failed ? <Notice tone="care">{words.failed}</Notice> : null}
    </div>
  );
}
