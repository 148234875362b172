import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { RadioCards } from '~/components/radio-cards';
import * as m from '~/paraglide/messages.js';
import type { FormState } from './listing-form';

/** A member's form; `isNew` also asks for what stays: their code, and since when they belong. */
export function MemberForm({ isNew, typed, problem, formKey }: FormState & { isNew: boolean }) {
  const beside = problem?.beside ?? {};
  return (
    <Form method="post" noValidate className="shows grid max-w-2xl gap-6">
      <input type="hidden" name="key" value={formKey} />
      {problem?.above ? <Notice tone="care" title={problem.above} /> : null}
      {isNew ? (
        <Field label={m.members_code()} hint={m.members_code_hint()} error={beside.code}>
          <TextInput name="code" defaultValue={typed.code} autoComplete="off" required />
        </Field>
      ) : null}
      <Field label={m.members_name()} error={beside.name}>
        <TextInput name="name" defaultValue={typed.name} autoComplete="off" required />
      </Field>
      {isNew ? (
        <Field label={m.members_joined()} error={beside.joinedOn}>
          <TextInput type="date" name="joinedOn" defaultValue={typed.joinedOn} required />
        </Field>
      ) : null}
      <RadioCards
        legend={m.members_shown()}
        name="shown"
        columns={2}
        required
        defaultValue={typed.shown}
        error={beside.shown}
        choices={[
          { value: 'nothing', title: m.members_shown_nothing(), note: m.members_shown_nothing_note() },
          { value: 'name', title: m.members_shown_name(), note: m.members_shown_name_note() },
        ]}
      />
      <div>
        <Button>{m.listings_save()}</Button>
      </div>
    </Form>
  );
}
