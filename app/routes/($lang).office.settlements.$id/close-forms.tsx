import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { FactorField } from '~/office/factor-field';
import * as m from '~/paraglide/messages.js';
import type { RefusedAct } from './acts.server';

type CloseFormsProps = { isOwn: boolean; refused: RefusedAct | null; newKey: string };

/** Approving, for who did not prepare it; and dropping. */
export function CloseForms({ isOwn, refused, newKey }: CloseFormsProps) {
  const mine = refused?.act === 'drop' ? refused : null;
  const beside: Record<string, string | undefined> = mine?.problem.beside ?? {};
  const approving: Record<string, string | undefined> =
    refused?.act === 'approve' ? refused.problem.beside : {};
  return (
    <section className="grid max-w-2xl gap-6">
      {isOwn ? (
        <p className="font-semibold">{m.settlement_approve_other()}</p>
      ) : (
        <Form method="post" className="grid gap-3">
          <input type="hidden" name="act" value="approve" />
          <input type="hidden" name="key" value={newKey} />
          <p className="text-muted">{m.settlement_approve_text()}</p>
          <FactorField error={approving.digits} />
          <div>
            <Button>{m.settlement_approve()}</Button>
          </div>
        </Form>
      )}
      <details open={mine !== null}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4">
          {m.settlement_drop()}
        </summary>
        <Form method="post" noValidate className="mt-2 grid gap-4">
          <input type="hidden" name="act" value="drop" />
          <input type="hidden" name="key" value={mine?.typed.key || newKey} />
          <Field label={m.settlement_drop_why()} error={beside.why}>
            <TextInput name="why" maxLength={200} defaultValue={mine?.typed.why} />
          </Field>
          <div>
            <Button kind="danger">{m.settlement_drop()}</Button>
          </div>
        </Form>
      </details>
    </section>
  );
}
