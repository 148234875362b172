import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Notice } from '~/components/notice';
import { formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { FactorField } from './factor-field';
import type { Problem } from './refusals.server';

type Waiting = NonNullable<Extract<ApiOutputs['memberAccounts']['of'], { ok: true }>['value']['waiting']>;

type WaitingAccountProps = {
  waiting: Waiting;
  mayConfirm: boolean;
  formKey: string;
  problem: Problem | null;
};

/** An account that waits, told whole, and what whoever looks at it may do: confirm, refuse, or take back. */
export function WaitingAccount({ waiting, mayConfirm, formKey, problem }: WaitingAccountProps) {
  const locale = useLocale();
  const { bankName, bin, account, holder, isOwn, proposedByName, proposedAt } = waiting;
  const rows = [
    [m.settlement_bank(), bankName ?? bin],
    [m.settlement_account_number(), account],
    [m.settlement_holder(), holder],
  ] as const;
  return (
    <section className="max-w-2xl border-l-4 border-flesh pl-4">
      <h2 className="text-22">{m.signin_account_waits()}</h2>
      <p className="text-muted">
        {m.signin_change_proposed_by({ who: proposedByName, at: formatInstant(proposedAt, locale) })}
      </p>
      <dl className="my-3 grid gap-x-8 gap-y-1 sm:grid-cols-3">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt className="text-14 text-muted">{term}</dt>
            <dd className="font-semibold [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
      {isOwn ? <Notice tone="plain" title={m.signin_say_own_change()} /> : null}
      <div className="mt-3 flex flex-wrap items-end gap-3">
        {mayConfirm && !isOwn ? (
          <ActForm act="confirm" id={waiting.id} formKey={formKey} problem={problem} />
        ) : null}
        {mayConfirm || isOwn ? (
          <ActForm act={isOwn ? 'take-back' : 'refuse'} id={waiting.id} formKey={formKey} problem={null} />
        ) : null}
      </div>
    </section>
  );
}

const WORDS = {
  confirm: m.signin_account_confirm,
  refuse: m.signin_account_refuse,
  'take-back': m.signin_account_take_back,
};

type ActFormProps = { act: keyof typeof WORDS; id: string; formKey: string; problem: Problem | null };

function ActForm({ act, id, formKey, problem }: ActFormProps) {
  return (
    <Form method="post" noValidate className="grid gap-3">
      <input type="hidden" name="act" value={act === 'confirm' ? 'confirm' : 'drop'} />
      <input type="hidden" name="key" value={formKey} />
      <input type="hidden" name="id" value={id} />
      <FactorField error={problem?.beside.digits} />
      <div>
        <Button kind={act === 'confirm' ? 'primary' : 'quiet'}>{WORDS[act]()}</Button>
      </div>
    </Form>
  );
}
