import { type MouseEvent, useState } from 'react';
import { Button } from '~/components/button';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { proveByPasskey } from '~/signing-in/passkey';
import { useHref } from '~/use-locale';
import { useOwnProofs } from './own-proofs';

/** Proves by a passkey, and sends the form that stands around it as its first button would. */
export function ProveByPasskey() {
  const href = useHref();
  const { code } = useOwnProofs();
  const [refused, setRefused] = useState<string | null>(null);
  const prove = async ({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) => {
    const { proved, say } = await proveByPasskey(href('/office/passkey'));
    setRefused(proved ? null : (say ?? (code ? m.entrance_not_proved() : m.entrance_not_proved_again())));
    if (proved) form?.requestSubmit(form.querySelector<HTMLButtonElement>('button:not([type="button"])'));
  };
  return (
    <>
      <div>
        <Button type="button" kind="quiet" onClick={(event) => void prove(event)}>
          {m.entrance_prove_by_passkey()}
        </Button>
      </div>
      {refused ? <Notice tone="care">{refused}</Notice> : null}
    </>
  );
}
