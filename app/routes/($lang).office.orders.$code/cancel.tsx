import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { type FormState, type Order, stateOf } from './form-state';
import type { Money } from './money';

type CancelProps = FormState & { order: Order; money: Money | null };

/** Cancelling, behind a fold, while nothing is packed; with the sum that is owed back then. */
export function Cancel({ order, money, ...form }: CancelProps) {
  const locale = useLocale();
  const waits = order.state === 'preordered';
  if (!waits && (order.state !== 'placed' || order.boxes.length > 0)) return null;
  const owed = money ? money.received - givenBack(money) : 0;
  const { key, typed, beside } = stateOf(form, 'cancel');
  return (
    <details open={form.refused?.act === 'cancel'} className="border-t border-line pt-3">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4">
        {m.office_order_cancel_title()}
      </summary>
      <Form method="post" noValidate preventScrollReset className="mt-3 grid gap-4">
        <input type="hidden" name="act" value="cancel" />
        <input type="hidden" name="key" value={key} />
        <input type="hidden" name="orderId" value={order.id} />
        {owed > 0 ? (
          <p className="font-semibold">{m.money_cancel_owes({ sum: formatDong(owed, locale) })}</p>
        ) : (
          <p className="text-14 text-muted">
            {waits ? m.preorders_office_cancel_text() : m.office_order_cancel_text()}
          </p>
        )}
        <Field label={m.office_order_cancel_why()} error={beside.why}>
          <TextInput name="why" autoComplete="off" defaultValue={typed.why} required />
        </Field>
        <Button kind="danger">{m.office_order_cancel_do()}</Button>
      </Form>
    </details>
  );
}

const givenBack = ({ refunds }: Money): number =>
  refunds.filter(({ state }) => state !== 'dropped').reduce((sum, { amount }) => sum + amount, 0);
