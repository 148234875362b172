import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import type { Problem } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';

/** A new password for who knows the old one. */
export function Password({ problem }: { problem: Problem | null }) {
  const beside: Record<string, string | undefined> = problem?.beside ?? {};
  return (
    <section>
      <h2 className="text-22">{m.people_password()}</h2>
      <p className="mb-3 text-muted">{m.people_password_text()}</p>
      <Form method="post" noValidate preventScrollReset className="own grid max-w-md gap-4">
        <input type="hidden" name="act" value="password" />
        <Field label={m.people_password_old()} error={beside.old}>
          <TextInput name="old" type="password" autoComplete="current-password" required />
        </Field>
        <Field label={m.people_password_new()} hint={m.people_password_hint()} error={beside.fresh}>
          <TextInput name="fresh" type="password" autoComplete="new-password" required />
        </Field>
        <div>
          <Button>{m.people_password_do()}</Button>
        </div>
      </Form>
    </section>
  );
}
