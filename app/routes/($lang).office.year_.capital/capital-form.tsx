import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { FactorField } from '~/office/factor-field';
import { HowPaid } from '~/office/how-paid';
import { Select } from '~/office/select';
import * as m from '~/paraglide/messages.js';

/** A form of the page that was refused: what was typed, and what is wrong with it. */
export type RefusedForm = {
  typed: Record<string, string>;
  problem: { beside: Record<string, string | undefined> };
} | null;

type CapitalFormProps = {
  members: readonly { id: string; code: string; name: string }[];
  refused: RefusedForm;
  newKey: string;
};

/** Writes down capital that a member put in or took out. */
export function CapitalForm({ members, refused, newKey }: CapitalFormProps) {
  const typed: Record<string, string | undefined> = refused?.typed ?? {};
  const beside = refused?.problem.beside ?? {};
  return (
    // Anew once it was saved: what stays filled in is sent twice.
    <section key={newKey} className="writes">
      <h2 className="mb-3 text-22">{m.shares_capital_add()}</h2>
      <Form method="post" noValidate className="grid max-w-2xl gap-4">
        <input type="hidden" name="key" value={typed.key || newKey} />
        <Field label={m.shares_capital_who()} error={beside.memberId}>
          <Select name="memberId" defaultValue={typed.memberId ?? ''}>
            <option value="">{m.shares_choose_member()}</option>
            {members.map(({ id, code, name }) => (
              <option key={id} value={id}>
                {code} · {name}
              </option>
            ))}
          </Select>
        </Field>
        <RadioCards
          legend={m.shares_capital_turn()}
          name="turn"
          columns={2}
          defaultValue={typed.turn ?? 'put_in'}
          error={beside.turn}
          choices={[
            { value: 'put_in', title: m.shares_capital_in() },
            { value: 'taken_out', title: m.shares_capital_out() },
          ]}
        />
        <Field label={m.yearend_dealing_day()} error={beside.day}>
          <TextInput type="date" name="day" defaultValue={typed.day} />
        </Field>
        <Field label={m.yearend_dealing_amount()} error={beside.amount}>
          <NumberInput name="amount" unit="₫" defaultValue={typed.amount} />
        </Field>
        <HowPaid typed={typed} beside={beside} columns={2} />
        <Field label={m.yearend_rule_note()} error={beside.note} optional>
          <TextInput name="note" maxLength={200} defaultValue={typed.note} />
        </Field>
        <FactorField error={beside.digits} />
        <div>
          <Button>{m.yearend_save()}</Button>
        </div>
      </Form>
    </section>
  );
}
