import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { Notice } from '~/components/notice';
import * as m from '~/paraglide/messages.js';
import { useHref } from '~/use-locale';
import type { Beside } from './checkout-parts';

type FindOrderFormProps = {
  /** Where it is sent, without language; the orders' page unless said otherwise. */
  action?: string;
  /** What the code is called; that of an order unless said otherwise. */
  codeLabel?: string;
  code: string;
  phone?: string;
  above?: string | null;
  beside?: Beside;
};

/** Opens an order for whoever knows its code and its phone number. */
export function FindOrderForm({
  action = '/orders',
  codeLabel,
  code,
  phone = '',
  above,
  beside = {},
}: FindOrderFormProps) {
  const href = useHref();
  return (
    <Form method="post" action={href(action)} noValidate className="max-w-md space-y-4">
      {above ? <Notice tone="care">{above}</Notice> : null}
      <Field
        label={codeLabel ?? m.order_find_code()}
        hint={codeLabel ? null : m.order_find_code_hint()}
        error={beside.code ?? null}
      >
        <TextInput
          name="code"
          defaultValue={code}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
      </Field>
      <Field label={m.checkout_phone()} error={beside.phone ?? null}>
        <TextInput name="phone" type="tel" inputMode="tel" defaultValue={phone} autoComplete="tel" />
      </Field>
      <Button wide>{m.order_find_go()}</Button>
    </Form>
  );
}
