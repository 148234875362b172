import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import type { Problem } from '~/office/refusals.server';
import { RoleBoxes } from '~/office/role-boxes';
import * as m from '~/paraglide/messages.js';

type InviteFormProps = {
  refused: { typed: Record<string, string>; roles: string[]; problem: Problem } | null;
  formKey: string;
};

/** Asks somebody to work here. */
export function InviteForm({ refused, formKey }: InviteFormProps) {
  const beside: Record<string, string | undefined> = refused?.problem.beside ?? {};
  return (
    <Form method="post" noValidate className="mt-10 grid max-w-2xl gap-4">
      <h2 className="text-22">{m.people_invite()}</h2>
      <p className="text-muted">{m.people_invite_text()}</p>
      <input type="hidden" name="act" value="invite" />
      <input type="hidden" name="key" value={refused?.typed.key || formKey} />
      <Field label={m.people_name()} error={beside.name}>
        <TextInput name="name" autoComplete="off" defaultValue={refused?.typed.name} required />
      </Field>
      <Field label={m.people_phone()} error={beside.phone}>
        <TextInput name="phone" type="tel" autoComplete="off" defaultValue={refused?.typed.phone} required />
      </Field>
      <RoleBoxes ticked={refused?.roles ?? []} error={beside.roles} />
      <div>
        <Button>{m.people_invite_do()}</Button>
      </div>
    </Form>
  );
}
