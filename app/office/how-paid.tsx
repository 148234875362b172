import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import * as m from '~/paraglide/messages.js';

type HowPaidProps = {
  typed: Record<string, string | undefined>;
  beside: Record<string, string | undefined>;
  columns?: 1 | 2;
};

/** Fields: through the bank or in cash, and the paper that says so. */
export function HowPaid({ typed, beside, columns = 1 }: HowPaidProps) {
  return (
    <>
      <RadioCards
        legend={m.yearend_dealing_through()}
        name="through"
        columns={columns}
        defaultValue={typed.through ?? 'bank'}
        error={beside.through}
        choices={[
          { value: 'bank', title: m.yearend_dealing_bank() },
          { value: 'cash', title: m.yearend_dealing_cash() },
        ]}
      />
      <Field label={m.yearend_dealing_reference()} error={beside.reference}>
        <TextInput name="reference" autoComplete="off" maxLength={80} defaultValue={typed.reference} />
      </Field>
    </>
  );
}
