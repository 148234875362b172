import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { formatDong, formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { spacedPhone } from '~/shop/order-road';
import { useLocale } from '~/use-locale';
import { FactorField } from './factor-field';
import type { Problem } from './refusals.server';

type Account = ApiOutputs['credit']['board'][number];
type Kind = Account['entries'][number]['kind'];

const KIND: Record<Kind, () => string> = {
  granted: m.credit_kind_granted,
  spent: m.credit_kind_spent,
  given_back: m.credit_kind_given_back,
  paid_out: m.credit_kind_paid_out,
};

type CreditAccountProps = {
  account: Account;
  refused: { typed: Record<string, string>; problem: Problem } | null;
  newKey: string;
};

/** A phone number's credit: what is left, its code, what made it so, and paying it out. */
export function CreditAccount({ account, ...form }: CreditAccountProps) {
  const locale = useLocale();
  const { phone, code, balance, entries } = account;
  return (
    <li className="grid gap-4 border-l-4 border-rind pl-4 lg:grid-cols-2 lg:gap-10">
      <div>
        <h2 className="text-18">
          {spacedPhone(phone)} · <span className="whitespace-nowrap">{formatDong(balance, locale)}</span>
        </h2>
        <p className="text-muted">{m.credit_code_is({ code })}</p>
        <ul className="mt-2 grid gap-1 text-14">
          {entries.map(({ kind, amount, at, orderCode, note }) => (
            <li key={`${kind}${at}${amount}`}>
              {formatInstant(at, locale)} · {KIND[kind]()} {formatDong(amount, locale)}
              {orderCode ? ` · ${orderCode}` : ''}
              {note ? ` · ${note}` : ''}
            </li>
          ))}
        </ul>
      </div>
      {balance > 0 ? <PayOut account={account} {...form} /> : null}
    </li>
  );
}

function PayOut({ account: { phone, balance }, refused, newKey }: CreditAccountProps) {
  const mine = refused?.typed.phone === phone ? refused : null;
  const beside: Record<string, string | undefined> = mine?.problem.beside ?? {};
  return (
    <details open={mine !== null}>
      <summary
        aria-label={m.credit_pay_out_of({ phone: spacedPhone(phone) })}
        className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4"
      >
        {m.credit_pay_out()}
      </summary>
      <Form method="post" noValidate preventScrollReset className="grid gap-4">
        <input type="hidden" name="key" value={mine?.typed.key || newKey} />
        <input type="hidden" name="phone" value={phone} />
        <Field label={m.credit_pay_out_amount()} error={beside.amount}>
          <NumberInput
            name="amount"
            unit="₫"
            inputMode="numeric"
            defaultValue={mine?.typed.amount ?? String(balance)}
          />
        </Field>
        <RadioCards
          legend={m.money_settle_through()}
          name="through"
          columns={2}
          defaultValue={mine?.typed.through ?? 'bank'}
          error={beside.through}
          choices={[
            { value: 'bank', title: m.money_settle_bank() },
            { value: 'cash', title: m.money_settle_cash() },
          ]}
        />
        <Field label={m.money_settle_reference()} error={beside.reference}>
          <TextInput
            name="reference"
            autoComplete="off"
            defaultValue={mine?.typed.reference}
            maxLength={80}
          />
        </Field>
        <FactorField error={beside.digits} />
        <div>
          <Button>{m.credit_pay_out_do()}</Button>
        </div>
      </Form>
    </details>
  );
}
