import { Form } from '@remix-run/react';
import { type ReactNode, useState } from 'react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { formatDong } from '~/format';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { WherePart } from '../checkout-parts';
import type { FollowedOrder } from '../order-road';
import type { ShownWhere } from './change-own.server';
import type { OwnSaid } from './say-refused.server';

type Refused = { typed: Record<string, string>; where: ShownWhere | null; said: OwnSaid } | null;

type ChangeFormProps = { order: FollowedOrder; formKey: string; refused: Refused };

/** A form of the page: its act, its key and the sum that its buyer sees. */
function ChangeForm({
  act,
  order,
  formKey,
  refused,
  children,
}: ChangeFormProps & { act: string; children: ReactNode }) {
  return (
    <Form method="post" noValidate className="space-y-4">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="key" value={refused?.typed.key || formKey} />
      <input type="hidden" name="seenTotal" value={refused?.said.total ?? order.total} />
      {children}
    </Form>
  );
}

/** What the button says: the change, or the sum to agree to. */
function useDoWords(words: string, refused: Refused): string {
  const locale = useLocale();
  const total = refused?.said.total ?? null;
  return total === null ? words : m.after_agree({ total: formatDong(total, locale) });
}

/** Where it goes instead, and what is to be minded. */
export function AddressForm({ where, ...form }: ChangeFormProps & { where: ShownWhere }) {
  const shown = form.refused?.where ?? where;
  const [provinceCode, setProvince] = useState(shown.province.code);
  const words = useDoWords(m.after_address_do(), form.refused);
  return (
    <ChangeForm act="address" {...form}>
      <WherePart
        {...shown}
        beside={form.refused?.said.beside ?? {}}
        provinceCode={provinceCode}
        onProvince={setProvince}
      />
      <Button>{words}</Button>
    </ChangeForm>
  );
}

/** How much of each line instead. */
export function QuantityForm(form: ChangeFormProps) {
  const locale = useLocale();
  const { order, refused } = form;
  const words = useDoWords(m.after_quantity_do(), refused);
  return (
    <ChangeForm act="quantity" {...form}>
      <h2 className="border-b-2 border-ink pb-1 text-22">{m.after_quantity_title()}</h2>
      {order.lines.map(({ id, product, quantity }) => {
        const name = `quantity:${id}`;
        return (
          <Field
            key={id}
            label={m.after_quantity_of({ product: nameIn(product, locale) })}
            error={refused?.said.beside[name] ?? null}
          >
            <NumberInput
              name={name}
              inputMode="numeric"
              unit={product.saleUnit === 'kg' ? 'kg' : undefined}
              defaultValue={refused?.typed[name] ?? String(quantity)}
            />
          </Field>
        );
      })}
      <Button>{words}</Button>
    </ChangeForm>
  );
}

/** Cancelling, with a reason. */
export function CancelForm({ text = m.after_cancel_text(), ...form }: ChangeFormProps & { text?: string }) {
  const { refused } = form;
  return (
    <ChangeForm act="cancel" {...form}>
      <h2 className="border-b-2 border-ink pb-1 text-22">{m.after_cancel_title()}</h2>
      <p className="text-muted">{text}</p>
      <Field label={m.after_cancel_why()} error={refused?.said.beside.why ?? null}>
        <TextInput name="why" autoComplete="off" defaultValue={refused?.typed.why} maxLength={200} />
      </Field>
      <Button kind="danger">{m.after_cancel_do()}</Button>
    </ChangeForm>
  );
}
