import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import * as m from '~/paraglide/messages.js';
import { type FormState, type Order, stateOf } from './form-state';

/** Cancelling, behind a fold, while nothing is packed or paid; an order that waits for its harvest also when its deposit is. */
export function Cancel({ order, ...form }: FormState & { order: Order }) {
  const waits = order.state === 'preordered';
  const mayGo = order.state === 'placed' && order.boxes.length === 0 && !order.payment.receivedAt;
  if (!waits && !mayGo) return null;
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
        <p className="text-14 text-muted">
          {waits ? m.preorders_office_cancel_text() : m.office_order_cancel_text()}
        </p>
        <Field label={m.office_order_cancel_why()} error={beside.why}>
          <TextInput name="why" autoComplete="off" defaultValue={typed.why} required />
        </Field>
        <Button kind="danger">{m.office_order_cancel_do()}</Button>
      </Form>
    </details>
  );
}
