import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { carrierName } from '~/components/carrier-state-words';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { formatDong, formatInstant } from '~/format';
import { FactorField } from '~/office/factor-field';
import { Select } from '~/office/select';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { RefusedPayout } from './acts.server';

type Cash = ApiOutputs['carriers']['cash'];

type HeldByProps = {
  held: Cash['held'][number];
  lines: Cash['lines'];
  refused: RefusedPayout | null;
  formKey: string;
};

/** What one carrier holds, order by order, and the form that says what of it came in; the orders are for who only reads too. */
export function HeldBy({ held, lines, refused, formKey }: HeldByProps) {
  const locale = useLocale();
  const mine = refused?.act === 'take' && refused.typed.carrier === held.carrier ? refused : null;
  const typed: Record<string, string | undefined> = mine?.typed ?? {};
  const beside: Record<string, string | undefined> = mine?.problem.beside ?? {};
  const words = { carrier: carrierName(held.carrier), amount: formatDong(held.amount, locale) };
  return (
    <section>
      <h2 className="mb-3 text-22">{m.carriers_cash_sum(words)}</h2>
      <Form method="post" noValidate preventScrollReset className="own grid max-w-2xl gap-4">
        <input type="hidden" name="act" value="take" />
        <input type="hidden" name="key" value={typed.key || formKey} />
        <input type="hidden" name="carrier" value={held.carrier} />
        <Orders orders={held.orders} chosen={mine?.orderIds ?? null} error={beside.orderIds} />
        <div className="writes grid gap-4">
          <Field label={m.carriers_cash_amount()} hint={m.carriers_cash_amount_hint()} error={beside.amount}>
            <NumberInput
              name="amount"
              inputMode="numeric"
              unit="₫"
              defaultValue={typed.amount ?? String(held.amount)}
            />
          </Field>
          <RadioCards
            legend={m.carriers_cash_through()}
            name="through"
            columns={2}
            defaultValue={typed.through ?? 'bank'}
            error={beside.through}
            choices={[
              { value: 'bank', title: m.money_settle_bank() },
              { value: 'cash', title: m.money_settle_cash() },
            ]}
          />
          <Field label={m.carriers_cash_line()} error={beside.lineId} optional>
            <Select name="lineId" defaultValue={typed.lineId ?? ''}>
              <option value="">{m.carriers_cash_line_none()}</option>
              {lines.map(({ id, amount, content, at }) => (
                <option key={id} value={id}>
                  {formatDong(amount, locale)} · {formatInstant(at, locale)} · {content}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={m.carriers_cash_reference()} error={beside.reference}>
            <TextInput name="reference" autoComplete="off" maxLength={80} defaultValue={typed.reference} />
          </Field>
          <FactorField error={beside.digits} />
          <div>
            <Button>{m.carriers_cash_do()}</Button>
          </div>
        </div>
      </Form>
    </section>
  );
}

type OrdersProps = {
  orders: Cash['held'][number]['orders'];
  /** Those that were ticked in a form that was refused. */
  chosen: readonly string[] | null;
  error: string | undefined;
};

function Orders({ orders, chosen, error }: OrdersProps) {
  const locale = useLocale();
  return (
    <fieldset>
      <legend className="font-semibold">{m.carriers_cash_orders()}</legend>
      {error ? (
        <p role="alert" className="font-semibold text-soil">
          {error}
        </p>
      ) : null}
      <ul>
        {orders.map(({ orderId, code, amount, at }) => (
          <li key={orderId}>
            <label className="flex min-h-11 items-center gap-3">
              <input
                type="checkbox"
                name="order"
                value={orderId}
                defaultChecked={chosen === null || chosen.includes(orderId)}
                className="writes size-6 accent-rind"
              />
              {m.carriers_cash_order({
                ...{ code, amount: formatDong(amount, locale), at: formatInstant(at, locale) },
              })}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
