import type { ApiOutputs } from '@baunghe/api';
import { Field } from '~/components/field';
import { Select, TextInput } from '~/components/inputs';
import * as m from '~/paraglide/messages.js';

type Said = Record<string, string | undefined>;

type AccountFieldsProps = {
  banks: ApiOutputs['settlement']['board']['banks'];
  typed: Said;
  beside: Said;
};

/** Where somebody wants to be paid: bank, number, and whose account it is. */
export function AccountFields({ banks, typed, beside }: AccountFieldsProps) {
  return (
    <>
      <Field label={m.settlement_bank()} error={beside.bin}>
        <Select name="bin" defaultValue={typed.bin ?? ''}>
          <option value="">{m.settlement_bank_choose()}</option>
          {banks.map(({ bin, name }) => (
            <option key={bin} value={bin}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={m.settlement_account_number()} error={beside.account}>
        <TextInput
          name="account"
          inputMode="numeric"
          autoComplete="off"
          maxLength={40}
          defaultValue={typed.account}
        />
      </Field>
      <Field label={m.settlement_holder()} error={beside.holder}>
        <TextInput name="holder" autoComplete="off" maxLength={80} defaultValue={typed.holder} />
      </Field>
    </>
  );
}
