import type { ApiOutputs } from '@baunghe/api';
import { Form, Link } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { formatDay } from '~/format';
import { FactorField } from '~/office/factor-field';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import type { RefusedAct } from './acts.server';

type Row = Extract<ApiOutputs['settlement']['one'], { ok: true }>['value']['statements'][number];
type PayingProps = {
  statement: Pick<Row, 'id' | 'name' | 'pay' | 'account'> & {
    paid: { through: 'bank' | 'cash'; reference: string; at: Date | string } | null;
  };
  refused: RefusedAct | null;
  newKey: string;
};

/** What was paid of a statement, or the form that writes it down. */
export function Paying({ statement, ...form }: PayingProps) {
  const href = useHref();
  const { id, name } = statement;
  return (
    <div className="grid gap-1 text-left">
      <Link
        to={href(`/office/statements/${id}`)}
        aria-label={m.settlement_open_statement_of({ name })}
        className="inline-flex min-h-11 items-center underline underline-offset-4"
      >
        {m.settlement_open_statement()}
      </Link>
      <Standing statement={statement} {...form} />
    </div>
  );
}

function Standing({ statement, ...form }: PayingProps) {
  const locale = useLocale();
  const { paid, pay, account } = statement;
  if (pay === 0) return <span className="text-14 text-muted">{m.settlement_nothing_to_pay()}</span>;
  if (paid) {
    const { reference } = paid;
    const how = { at: formatDay(paid.at, locale), reference };
    return (
      <span className="text-14">
        {paid.through === 'bank' ? m.settlement_paid_by_bank(how) : m.settlement_paid_in_cash(how)}
      </span>
    );
  }
  return (
    <>
      <span className="text-14 text-muted">
        {account
          ? `${account.bankName ?? account.bin} •••• ${account.account.slice(-4)}`
          : m.settlement_account_none()}
      </span>
      <PayForm statement={statement} {...form} />
    </>
  );
}

function PayForm({ statement: { id, name, account }, refused, newKey }: PayingProps) {
  const mine = refused?.typed.statementId === id ? refused : null;
  const beside: Record<string, string | undefined> = mine?.problem.beside ?? {};
  return (
    <details open={mine !== null}>
      <summary
        aria-label={m.settlement_pay_out_for({ name })}
        className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4"
      >
        {m.settlement_pay_out()}
      </summary>
      <Form method="post" noValidate preventScrollReset className="grid gap-3">
        <input type="hidden" name="act" value="pay" />
        <input type="hidden" name="key" value={mine?.typed.key || newKey} />
        <input type="hidden" name="statementId" value={id} />
        <RadioCards
          legend={m.settlement_through()}
          name="through"
          defaultValue={mine?.typed.through ?? (account ? 'bank' : 'cash')}
          error={beside.through}
          choices={[
            { value: 'bank', title: m.settlement_through_bank() },
            { value: 'cash', title: m.settlement_through_cash() },
          ]}
        />
        <Field label={m.settlement_reference()} error={beside.reference}>
          <TextInput
            name="reference"
            autoComplete="off"
            maxLength={80}
            defaultValue={mine?.typed.reference}
          />
        </Field>
        <FactorField error={beside.digits} />
        <div>
          <Button>{m.settlement_save()}</Button>
        </div>
      </Form>
    </details>
  );
}
