import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, PhotoInput, TextInput } from '~/components/inputs';
import { formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { type FormState, type Order, stateOf } from './form-state';

/** `booked`: the carrier that has it already, and its number. */
type HandoverProps = FormState & { order: Order; booked: { carrier: string; tracking: string } | null };

/** The way out of the house: to the carrier when all is packed, to the buyer when it is on its way. */
export function Handover({ order, ...form }: HandoverProps) {
  if (order.state === 'packed') return <Ship order={order} {...form} />;
  if (order.state === 'shipped') return <Deliver order={order} {...form} />;
  return null;
}

function Ship({ order, booked, ...form }: HandoverProps) {
  const { key, typed, beside } = stateOf(form, 'ship');
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      noValidate
      preventScrollReset
      className="grid gap-4 border-l-4 border-rind pl-4"
    >
      <input type="hidden" name="act" value="ship" />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="orderId" value={order.id} />
      <h2 className="text-22">{m.office_order_ship_title()}</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={m.office_order_ship_carrier()} error={beside.carrier}>
          <TextInput
            name="carrier"
            autoComplete="off"
            defaultValue={typed.carrier ?? booked?.carrier}
            required
          />
        </Field>
        <Field label={m.office_order_ship_tracking()} error={beside.tracking} optional>
          <TextInput name="tracking" autoComplete="off" defaultValue={typed.tracking ?? booked?.tracking} />
        </Field>
        <Field
          label={m.stock_cold_box()}
          hint={m.stock_cold_box_hint()}
          error={beside.coldBoxCelsius}
          optional
        >
          <NumberInput name="celsius" unit="°C" inputMode="text" defaultValue={typed.celsius} />
        </Field>
        <Field label={m.carriers_photo_given()} error={beside.photo} optional>
          <PhotoInput name="photo" />
        </Field>
      </div>
      <div>
        <Button>{m.office_order_ship_do()}</Button>
      </div>
    </Form>
  );
}

function Deliver({ order, booked, ...form }: HandoverProps) {
  const locale = useLocale();
  const { key, beside } = stateOf(form, 'deliver');
  const total = formatDong(order.payment.missing, locale);
  return (
    <Form
      method="post"
      encType="multipart/form-data"
      preventScrollReset
      className="grid gap-3 border-l-4 border-rind pl-4"
    >
      <input type="hidden" name="act" value="deliver" />
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="orderId" value={order.id} />
      <h2 className="text-22">{m.office_order_deliver_title()}</h2>
      {order.method === 'cod' && order.payment.missing > 0 ? (
        <p className="text-muted">
          {booked && booked.tracking === order.shipment?.tracking
            ? m.carriers_deliver_held({ carrier: booked.carrier, total })
            : m.office_order_deliver_cash({ total })}
        </p>
      ) : null}
      <Field
        label={m.carriers_photo_door()}
        hint={m.carriers_photo_door_hint()}
        error={beside.photo}
        optional
      >
        <PhotoInput name="photo" />
      </Field>
      <div>
        <Button>{m.office_order_deliver_do()}</Button>
      </div>
    </Form>
  );
}
