import { Field, FieldError } from '~/components/field';
import { TextInput } from '~/components/inputs';
import * as m from '~/paraglide/messages.js';
import { NeedsPasskeys, usePasskeys } from '~/signing-in/by-passkey';
import { useOwnProofs } from './own-proofs';
import { ProveByPasskey } from './prove-by-passkey';

/**
 * Asks for a second factor inside the form that wanted one, by what its person has: a code of their telephone, a passkey,
 * or either. What was typed beside it stays.
 */
export function FactorField({ error }: { error: string | null | undefined }) {
  const ready = usePasskeys();
  const { code, passkey } = useOwnProofs();
  if (!error) return null;
  const byPasskey = passkey && ready;
  return (
    <div className="grid gap-3">
      {code ? (
        <Field label={m.people_code()} hint={m.people_code_hint()} error={error}>
          <TextInput
            name="digits"
            inputMode="text"
            autoComplete="one-time-code"
            maxLength={40}
            required={!byPasskey}
          />
        </Field>
      ) : (
        <FieldError>{error}</FieldError>
      )}
      {byPasskey ? <ProveByPasskey /> : null}
      {passkey && !code ? (
        <NeedsPasskeys ready={ready} script={m.entrance_prove_script()} old={m.entrance_prove_old()} />
      ) : null}
    </div>
  );
}
