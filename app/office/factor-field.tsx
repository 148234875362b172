import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import * as m from '~/paraglide/messages.js';
import { usePasskeys } from '~/signing-in/by-passkey';
import { ProveByPasskey } from './prove-by-passkey';

/**
 * Asks for a code of the second factor inside the form that wanted one; what was typed beside it stays. Where the browser
 * knows passkeys, one does as well.
 */
export function FactorField({ error }: { error: string | null | undefined }) {
  const ready = usePasskeys();
  if (!error) return null;
  return (
    <div className="grid gap-3">
      <Field label={m.people_code()} hint={m.people_code_hint()} error={error}>
        <TextInput name="digits" inputMode="text" autoComplete="one-time-code" required={!ready} />
      </Field>
      {ready ? <ProveByPasskey /> : null}
    </div>
  );
}
