import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextArea } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import * as m from '~/paraglide/messages.js';
import type { ClaimFormState, Row } from './claim-row';

/** What is done about a claim, and what is said to its buyer. */
export function AnswerForm({ claim, refused, keys }: ClaimFormState & { claim: Row }) {
  const mine = refused?.of === claim.id ? refused : null;
  const beside: Record<string, string | undefined> = mine?.problem.beside ?? {};
  const choices = [
    { value: 'replace', title: m.after_office_replace(), note: m.after_office_replace_note() },
    { value: 'refund', title: m.after_office_refund() },
    { value: 'credit', title: m.credit_claim(), note: m.credit_claim_note() },
    { value: 'refuse', title: m.after_office_refuse() },
  ];
  return (
    <Form method="post" noValidate preventScrollReset className="grid max-w-xl gap-3">
      <input type="hidden" name="act" value="answer" />
      <input type="hidden" name="of" value={claim.id} />
      <input type="hidden" name="key" value={mine?.key || keys[claim.id]} />
      <RadioCards
        legend={m.after_office_how()}
        name="kind"
        choices={choices}
        defaultValue={mine?.typed.kind}
        error={beside.kind ?? null}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={m.after_office_units()} error={beside.units}>
          <NumberInput
            name="units"
            inputMode="numeric"
            defaultValue={mine?.typed.units ?? String(claim.units)}
          />
        </Field>
        <Field label={m.after_office_amount()} error={beside.amount}>
          <NumberInput
            name="amount"
            inputMode="numeric"
            unit="₫"
            defaultValue={mine?.typed.amount ?? String(claim.cost)}
          />
        </Field>
      </div>
      <Field label={m.after_office_words()} error={beside.words}>
        <TextArea name="words" rows={2} defaultValue={mine?.typed.words} maxLength={500} />
      </Field>
      <p className="text-14 text-muted">{m.limits_claim_note()}</p>
      <div>
        <Button>{m.after_office_do()}</Button>
      </div>
    </Form>
  );
}
