import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import * as m from '~/paraglide/messages.js';

/** Asks for a code of the second factor inside the form that wanted one; what was typed beside it stays. */
export function FactorField({ error }: { error: string | null | undefined }) {
  if (!error) return null;
  return (
    <Field label={m.people_code()} hint={m.people_code_hint()} error={error}>
      <TextInput name="digits" inputMode="text" autoComplete="one-time-code" required />
    </Field>
  );
}
