import { Form, useNavigation } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field, FieldError } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import { RadioCards } from '~/components/radio-cards';
import * as m from '~/paraglide/messages.js';
import type { Said } from '~/shop/said';
import { membershipChoices } from './join-words';
import type { TypedWho } from './read-join.server';

type WhoFormProps = { typed: TypedWho; keepDays: number; refused: Said | null };

/** The first step: who applies, as what, and that they agree. Works without script. */
export function WhoForm({ typed, keepDays, refused }: WhoFormProps) {
  const sending = useNavigation().state === 'submitting';
  const beside = refused?.beside ?? {};
  return (
    <Form method="post" noValidate className="max-w-xl space-y-5">
      {refused ? (
        <Notice tone="care" title={m.joining_mend_title()}>
          {refused.above}
        </Notice>
      ) : null}
      <input type="hidden" name="key" value={typed.key} />
      <Field label={m.joining_name()} hint={m.joining_name_hint()} error={beside.name ?? null}>
        <TextInput name="name" defaultValue={typed.name} autoComplete="name" />
      </Field>
      <Field label={m.checkout_phone()} hint={m.joining_phone_hint()} error={beside.phone ?? null}>
        <TextInput name="phone" type="tel" inputMode="tel" defaultValue={typed.phone} autoComplete="tel" />
      </Field>
      <Field label={m.joining_place()} error={beside.place ?? null}>
        <TextInput name="place" defaultValue={typed.place} autoComplete="street-address" />
      </Field>
      <RadioCards
        legend={m.joining_kind()}
        name="kind"
        choices={membershipChoices()}
        defaultValue={typed.kind}
        error={beside.kind ?? null}
      />
      <div>
        <label className="flex min-h-11 cursor-pointer items-start gap-3">
          <input
            type="checkbox"
            name="consent"
            value="yes"
            defaultChecked={typed.consent === 'yes'}
            aria-invalid={beside.consent ? true : undefined}
            aria-describedby="consent-note"
            className="mt-1 size-5 shrink-0 accent-rind"
          />
          <span className="font-semibold">{m.joining_consent()}</span>
        </label>
        <p id="consent-note" className="text-14 text-muted">
          {m.joining_consent_note({ days: keepDays })}
        </p>
        {beside.consent ? <FieldError>{beside.consent}</FieldError> : null}
      </div>
      <Button tall wide disabled={sending}>
        {m.joining_go_on()}
      </Button>
    </Form>
  );
}
