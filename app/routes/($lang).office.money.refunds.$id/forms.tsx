import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { FactorField } from '~/office/factor-field';
import type { Problem } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';

type FormProps = {
  refused: { act: string; typed: Record<string, string>; problem: Problem } | null;
  newKey: string;
};

function stateOf({ refused, newKey }: FormProps, act: string) {
  const mine = refused?.act === act ? refused : null;
  const beside: Record<string, string | undefined> = mine?.problem.beside ?? {};
  return { key: mine?.typed.key || newKey, typed: mine?.typed ?? {}, beside, isRefused: mine !== null };
}

/** That it was given, and how. */
export function Settle(form: FormProps) {
  const { key, typed, beside } = stateOf(form, 'settle');
  return (
    <Form method="post" noValidate preventScrollReset className="grid gap-4 border-l-4 border-rind pl-4">
      <input type="hidden" name="act" value="settle" />
      <input type="hidden" name="key" value={key} />
      <h2 className="text-22">{m.money_settle_title()}</h2>
      <RadioCards
        legend={m.money_settle_through()}
        name="through"
        required
        defaultValue={typed.through ?? 'bank'}
        error={beside.through}
        choices={[
          { value: 'bank', title: m.money_settle_bank() },
          { value: 'cash', title: m.money_settle_cash() },
        ]}
      />
      <Field label={m.money_settle_reference()} error={beside.reference}>
        <TextInput name="reference" autoComplete="off" defaultValue={typed.reference} required />
      </Field>
      <FactorField error={beside.digits} />
      <div>
        <Button>{m.money_settle_do()}</Button>
      </div>
    </Form>
  );
}

/** That its buyer agreed to keep it for the next order. */
export function AsCredit(form: FormProps) {
  const { key } = stateOf(form, 'credit');
  return (
    <Form method="post" preventScrollReset className="grid gap-3 border-t border-line pt-3">
      <input type="hidden" name="act" value="credit" />
      <input type="hidden" name="key" value={key} />
      <p className="text-muted">{m.credit_grant_text()}</p>
      <div>
        <Button kind="quiet">{m.credit_grant_do()}</Button>
      </div>
    </Form>
  );
}

/** That it is not to be given, behind a fold. */
export function Drop(form: FormProps) {
  const { key, typed, beside, isRefused } = stateOf(form, 'drop');
  return (
    <details open={isRefused} className="border-t border-line pt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4">
        {m.money_drop_title()}
      </summary>
      <Form method="post" noValidate preventScrollReset className="mt-3 grid gap-4">
        <input type="hidden" name="act" value="drop" />
        <input type="hidden" name="key" value={key} />
        <Field label={m.money_drop_why()} error={beside.why}>
          <TextInput name="why" autoComplete="off" defaultValue={typed.why} required />
        </Field>
        <div>
          <Button kind="danger">{m.money_drop_do()}</Button>
        </div>
      </Form>
    </details>
  );
}
