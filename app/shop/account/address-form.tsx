import { Form } from '@remix-run/react';
import { useState } from 'react';
import { Button, LinkButton } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import { type Beside, WherePart } from '../checkout-parts';
import type { ShownAddress } from './addresses.server';

type AddressFormProps = {
  shown: ShownAddress;
  formKey: string;
  /** The first address is the default without being asked. */
  isFirst: boolean;
  beside: Beside;
  above: string | null;
};

/** Writes an address down or writes it anew. */
export function AddressForm({ shown, formKey, isFirst, beside, above }: AddressFormProps) {
  const href = useHref();
  const [provinceCode, setProvince] = useState(shown.province.code);
  return (
    <Form method="post" noValidate className="mt-8 max-w-2xl space-y-6">
      {above ? <Notice tone="care">{above}</Notice> : null}
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="id" value={shown.id} />
      <Field label={m.account_receiver()} error={beside.buyerName ?? null}>
        <TextInput name="buyerName" defaultValue={shown.buyerName} autoComplete="name" />
      </Field>
      <WherePart {...shown} beside={beside} provinceCode={provinceCode} onProvince={setProvince} />
      {isFirst ? null : (
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            name="isDefault"
            defaultChecked={shown.isDefault}
            className="size-5 shrink-0 accent-rind"
          />
          {m.account_address_default()}
        </label>
      )}
      <div className="flex flex-wrap gap-3">
        <Button name="act" value="keep">
          {m.account_address_keep()}
        </Button>
        {isFirst ? null : (
          <LinkButton kind="quiet" to={href('/account/addresses')}>
            {m.account_address_leave()}
          </LinkButton>
        )}
      </div>
    </Form>
  );
}
