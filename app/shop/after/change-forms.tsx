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
import type { RefusedChange } from './refused-change';
import type { ShownWhere } from './typed-change.server';

export type ChangeFormProps = {
  order: Pick<FollowedOrder, 'total' | 'lines'>;
  formKey: string;
  refused: RefusedChange | null;
  /** Whether who changes it says why: the cooperative does, a buyer need not. */
  asksWhy?: boolean;
};

/** A form of the page: its act, its key and the sum that is seen beside it. */
export function ChangeForm({
  act,
  go,
  order,
  formKey,
  refused,
  asksWhy,
  children,
}: ChangeFormProps & { act: string; go: ReactNode; children: ReactNode }) {
  return (
    <Form method="post" noValidate className="space-y-4">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="key" value={refused?.typed.key || formKey} />
      <input type="hidden" name="seenTotal" value={refused?.said.total ?? order.total} />
      {children}
      {asksWhy ? (
        <Field label={m.changes_why()} error={refused?.said.beside.why ?? null}>
          <TextInput
            name="why"
            autoComplete="off"
            defaultValue={refused?.typed.why}
            maxLength={200}
            required
          />
        </Field>
      ) : null}
      {go}
    </Form>
  );
}

/** What the button says: the change, or the sum to agree to. */
function useDoWords(words: string, refused: RefusedChange | null): string {
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
    <ChangeForm act="address" go={<Button>{words}</Button>} {...form}>
      <WherePart
        {...shown}
        beside={form.refused?.said.beside ?? {}}
        provinceCode={provinceCode}
        onProvince={setProvince}
      />
    </ChangeForm>
  );
}

/** How much of each line instead. */
export function QuantityForm({ hint, ...form }: ChangeFormProps & { hint?: string }) {
  const locale = useLocale();
  const { order, refused } = form;
  const words = useDoWords(m.after_quantity_do(), refused);
  return (
    <ChangeForm act="quantity" go={<Button>{words}</Button>} {...form}>
      <h2 className="border-b-2 border-ink pb-1 text-22">{m.after_quantity_title()}</h2>
      {order.lines.map(({ id, product, quantity }) => {
        const name = `quantity:${id}`;
        return (
          <Field
            key={id}
            label={m.after_quantity_of({ product: nameIn(product, locale) })}
            hint={hint}
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
    </ChangeForm>
  );
}

/** Cancelling, with a reason. */
export function CancelForm({ text = m.after_cancel_text(), ...form }: ChangeFormProps & { text?: string }) {
  const { refused } = form;
  return (
    <ChangeForm act="cancel" go={<Button kind="danger">{m.after_cancel_do()}</Button>} {...form}>
      <h2 className="border-b-2 border-ink pb-1 text-22">{m.after_cancel_title()}</h2>
      <p className="text-muted">{text}</p>
      <Field label={m.after_cancel_why()} error={refused?.said.beside.why ?? null}>
        <TextInput name="why" autoComplete="off" defaultValue={refused?.typed.why} maxLength={200} />
      </Field>
    </ChangeForm>
  );
}
