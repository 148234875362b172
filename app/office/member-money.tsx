import type { ApiOutputs } from '@baunghe/api';
import { Form, Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { formatDong } from '~/format';
import { FactorField } from '~/office/factor-field';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { AccountFields } from './account-fields';
import { markWords } from './account-words';
import type { Problem } from './refusals.server';

type Board = ApiOutputs['settlement']['board'];
type Member = Board['members'][number];

type MemberMoneyProps = {
  member: Member;
  banks: Board['banks'];
  refused: { typed: Record<string, string>; problem: Problem } | null;
  newKey: string;
};

/** A member's account and open advances, and the forms that change them. */
export function MemberMoney({ member, banks, refused, newKey }: MemberMoneyProps) {
  const locale = useLocale();
  const { memberId, name, code, account, accountWaits, advances } = member;
  const href = useHref();
  const mine = refused?.typed.memberId === memberId ? refused : null;
  const form = (act: 'account' | 'advance') => ({
    ...{ act, memberId, newKey },
    refused: mine?.typed.act === act ? mine : null,
  });
  return (
    <li className="grid gap-2 border-l-4 border-rind pl-4">
      <h2 className="text-18">{m.settlement_own_who({ name, code })}</h2>
      <dl className="grid gap-x-8 gap-y-1 sm:grid-cols-2">
        <div>
          <dt className="text-14 text-muted">{m.settlement_account()}</dt>
          <dd className="[overflow-wrap:anywhere]">
            {account ? markWords(account) : m.settlement_account_none()}
            <Link
              to={href(`/office/settlements/members/${memberId}`)}
              aria-label={m.signin_account_history_of({ name })}
              className="ml-2 inline-flex min-h-11 items-center underline underline-offset-4"
            >
              {m.signin_account_history()}
            </Link>
            {accountWaits ? (
              <span className="block">
                <Badge tone="care">{m.signin_account_waits()}</Badge>
              </span>
            ) : null}
          </dd>
        </div>
        <div>
          <dt className="text-14 text-muted">{m.settlement_advances()}</dt>
          <dd>{formatDong(advances, locale)}</dd>
        </div>
      </dl>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <ActForm
          {...form('account')}
          title={m.settlement_account_keep()}
          label={m.settlement_account_keep_for({ name })}
        >
          {(typed, beside) => <AccountFields banks={banks} typed={typed} beside={beside} />}
        </ActForm>
        <ActForm
          {...form('advance')}
          title={m.settlement_advance()}
          label={m.settlement_advance_for({ name })}
        >
          {(typed, beside) => <AdvanceFields typed={typed} beside={beside} />}
        </ActForm>
      </div>
    </li>
  );
}

type Said = Record<string, string | undefined>;

type ActFormProps = {
  act: 'account' | 'advance';
  memberId: string;
  newKey: string;
  refused: MemberMoneyProps['refused'];
  title: string;
  label: string;
  children: (typed: Said, beside: Said) => ReactNode;
};

function ActForm({ act, memberId, newKey, refused, title, label, children }: ActFormProps) {
  return (
    // Anew once it was saved: what stays filled in is sent twice.
    <details key={newKey} open={refused !== null}>
      <summary
        aria-label={label}
        className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4"
      >
        {title}
      </summary>
      <Form method="post" noValidate preventScrollReset className="grid gap-3">
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="key" value={refused?.typed.key || newKey} />
        <input type="hidden" name="memberId" value={memberId} />
        {children(refused?.typed ?? {}, refused?.problem.beside ?? {})}
        <div>
          <Button>{m.settlement_save()}</Button>
        </div>
      </Form>
    </details>
  );
}

type FieldsProps = { typed: Said; beside: Said };

function AdvanceFields({ typed, beside }: FieldsProps) {
  return (
    <>
      <Field label={m.settlement_amount()} error={beside.amount}>
        <NumberInput name="amount" unit="₫" inputMode="numeric" defaultValue={typed.amount} />
      </Field>
      <RadioCards
        legend={m.settlement_through()}
        name="through"
        defaultValue={typed.through ?? 'cash'}
        error={beside.through}
        choices={[
          { value: 'bank', title: m.settlement_through_bank() },
          { value: 'cash', title: m.settlement_through_cash() },
        ]}
      />
      <Field label={m.settlement_reference()} error={beside.reference}>
        <TextInput name="reference" autoComplete="off" maxLength={80} defaultValue={typed.reference} />
      </Field>
      <FactorField error={beside.digits} />
    </>
  );
}
