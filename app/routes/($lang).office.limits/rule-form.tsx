import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { FactorField } from '~/office/factor-field';
import { roleWords } from '~/office/role-words';
import * as m from '~/paraglide/messages.js';
import type { RefusedLimit } from './acts.server';
import { LIMITED, type Rule } from './rules';

const PARTS = [
  ['refund', m.limits_each_refund],
  ['credit', m.limits_each_credit],
  ['anew', m.limits_each_anew],
  ['ofOrder', m.limits_of_order],
] as const;

type RuleFormProps = { rule: Rule; refused: RefusedLimit | null; formKey: string };

/** New limits, filled in with those of now. */
export function RuleForm({ rule, refused, formKey }: RuleFormProps) {
  const mine = refused?.act === 'rule' ? refused : null;
  const beside: Record<string, string | undefined> = mine?.problem.beside ?? {};
  const field = (name: string, label: string, now: number | null) => (
    <Field key={name} label={label} error={beside[name]}>
      <NumberInput
        name={name}
        inputMode="numeric"
        unit="₫"
        defaultValue={mine ? mine.typed[name] : (now?.toString() ?? '')}
      />
    </Field>
  );
  return (
    <details open={mine !== null} className="writes mt-4">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4">
        {m.limits_change()}
      </summary>
      <Form method="post" noValidate preventScrollReset className="mt-2 grid gap-6">
        <input type="hidden" name="act" value="rule" />
        <input type="hidden" name="key" value={mine?.typed.key || formKey} />
        <p className="max-w-3xl text-muted">{m.limits_change_text()}</p>
        {LIMITED.map((role) => (
          <fieldset key={role}>
            <legend className="mb-2 font-extrabold">{roleWords(role)}</legend>
            <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
              {PARTS.map(([part, label]) => field(`${role}.${part}`, label(), rule.limits[role][part]))}
              {role === 'accountant'
                ? field('accountant.second', m.limits_second(), rule.limits.accountant.second)
                : null}
            </div>
          </fieldset>
        ))}
        <div className="max-w-xl">
          <Field label={m.limits_note()} error={beside.note} optional>
            <TextInput name="note" maxLength={200} autoComplete="off" defaultValue={mine?.typed.note} />
          </Field>
        </div>
        <FactorField error={beside.digits} />
        <div>
          <Button>{m.limits_save()}</Button>
        </div>
      </Form>
    </details>
  );
}
