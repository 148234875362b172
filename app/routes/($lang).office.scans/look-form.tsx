import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import type { Problem } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';

/** What every form of the page is given: the keys of new ones by their row, and the one that was refused. */
export interface LookState {
  keys: Record<string, string>;
  refused: { of: string; note: string; problem: Problem } | null;
}

/** "Looked at", with what was found; a flag may be settled with it. */
export function LookForm({ of, act, keys, refused }: LookState & { of: string; act: 'flag' | 'report' }) {
  const mine = refused?.of === of ? refused : null;
  return (
    <Form method="post" noValidate preventScrollReset className="mt-3 grid max-w-xl gap-3">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="of" value={of} />
      <input type="hidden" name="key" value={keys[of]} />
      <Field label={m.office_scans_note()} error={mine?.problem.beside.note}>
        <TextInput name="note" autoComplete="off" defaultValue={mine?.note} maxLength={500} required />
      </Field>
      {act === 'flag' ? (
        <label className="flex min-h-11 items-center gap-3">
          <input type="checkbox" name="settled" value="yes" className="size-6 accent-rind" />
          {m.office_scans_settle()}
        </label>
      ) : null}
      <div>
        <Button>{m.office_scans_look()}</Button>
      </div>
    </Form>
  );
}
