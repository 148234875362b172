import { Form } from '@remix-run/react';
import type { FormEvent } from 'react';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { openEntryStore } from './entry-store';
import { NO_SIGNAL_PAGE } from './kept-pages';
import { finishLeaving, leave } from './who-is-here';

/** Signs out, also without signal: this phone shows nothing of the person from then on, and keeps what waits for them. */
export function SignOutForm() {
  const href = useHref();
  const signOut = async () => {
    const store = await openEntryStore();
    await leave(store);
    location.assign(href((await finishLeaving(store)) ? '/office/sign-in' : NO_SIGNAL_PAGE));
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    // A browser without a store signs out as ever.
    signOut().catch(() => form.submit());
  };
  return (
    <Form method="post" action={href('/sign-out')} onSubmit={onSubmit}>
      <button type="submit" className="min-h-11 cursor-pointer font-semibold underline underline-offset-4">
        {m.common_sign_out()}
      </button>
    </Form>
  );
}
