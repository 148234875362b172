import { Form } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { formatInstant } from '~/format';
import { methodWords, paymentLook } from '~/office/order-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { CardPart } from './card';
import { type FormState, type Order, stateOf } from './form-state';

type PaymentProps = FormState & { order: Order; manages: boolean; missing: number | undefined };

/** How the order is paid; the manager confirms a transfer here. */
export function PaymentPart({ order, manages, missing, ...form }: PaymentProps) {
  const locale = useLocale();
  const { words, tone } = paymentLook(order.payment.state);
  // A deposit is a transfer, whatever way the rest is paid.
  const byTransfer = order.method === 'vietqr' || order.state === 'preordered';
  const awaited = byTransfer && order.payment.state === 'awaiting' && order.state !== 'cancelled';
  return (
    <section>
      <h2 className="mb-2 text-22">{m.office_order_payment()}</h2>
      <p className="flex flex-wrap items-center gap-2">
        {methodWords(order.method)} <Badge tone={tone}>{words}</Badge>
      </p>
      {order.payment.receivedAt ? (
        <p className="text-muted">
          {m.office_order_received_at({ at: formatInstant(order.payment.receivedAt, locale) })}
        </p>
      ) : null}
      {byTransfer ? (
        <p className="text-muted">
          {m.office_order_memo()}: <strong className="text-ink">{order.payment.purpose}</strong>
        </p>
      ) : null}
      {order.card ? <CardPart card={order.card} /> : null}
      {awaited && manages ? <Receive order={order} missing={missing} {...form} /> : null}
    </section>
  );
}

function Receive({ order, missing, ...form }: Omit<PaymentProps, 'manages'>) {
  const locale = useLocale();
  const { key, typed, beside } = stateOf(form, 'receive');
  const sum = new Intl.NumberFormat(locale === 'vi' ? 'vi-VN' : 'en').format(missing ?? order.total);
  return (
    <Form method="post" noValidate preventScrollReset className="mt-4 grid gap-4">
      <input type="hidden" name="act" value="receive" />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="orderId" value={order.id} />
      <h3 className="text-18">
        {order.state === 'preordered' ? m.preorders_office_receive() : m.office_order_receive_title()}
      </h3>
      <p className="text-14 text-muted">{m.office_order_receive_text({ memo: order.payment.purpose })}</p>
      <Field label={m.office_order_receive_amount()} error={beside.amount}>
        <NumberInput name="amount" unit="₫" inputMode="numeric" defaultValue={typed.amount ?? sum} required />
      </Field>
      <Field label={m.office_order_receive_reference()} error={beside.reference}>
        <TextInput name="reference" autoComplete="off" defaultValue={typed.reference} required />
      </Field>
      <Button>{m.office_order_receive_do()}</Button>
    </Form>
  );
}
