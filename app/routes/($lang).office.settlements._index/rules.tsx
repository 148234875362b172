import type { ApiOutputs } from '@baunghe/api';
import { Form } from '@remix-run/react';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { formatDay, formatDong } from '~/format';
import type { Locale } from '~/locale';
import type { Problem } from '~/office/refusals.server';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type Rule = ApiOutputs['settlement']['board']['rules'][number];

type RulesProps = {
  rules: readonly Rule[];
  mayAdd: boolean;
  refused: { typed: Record<string, string>; problem: Problem } | null;
  newKey: string;
};

/** How sales are shared, by the day from which on it holds; a manager adds to it. */
export function Rules({ rules, mayAdd, ...form }: RulesProps) {
  const locale = useLocale();
  return (
    <section className="max-w-3xl">
      <h2 className="text-22">{m.settlement_rules()}</h2>
      <p className="mb-3 text-muted">{m.settlement_rules_text()}</p>
      {rules.length === 0 ? <p className="font-semibold">{m.settlement_rules_none()}</p> : null}
      <ul className="grid gap-3">
        {rules.map((rule) => (
          <li key={rule.id} className="border-l-4 border-rind pl-4">
            <p className="font-semibold">
              {m.settlement_rule_from({ day: formatDay(rule.fromDay, locale) })}
            </p>
            <p>{keepsWords(rule.keeps, locale)}</p>
            <p className="text-14 text-muted">
              {rule.claimsOnMember ? m.settlement_rule_claims_member() : m.settlement_rule_claims_coop()}
            </p>
            {rule.note ? <p className="text-14 text-muted">{rule.note}</p> : null}
          </li>
        ))}
      </ul>
      {mayAdd ? <AddRule {...form} /> : null}
    </section>
  );
}

const REGION = { vi: 'vi-VN', en: 'en-GB', zh: 'zh-CN' } as const;

function keepsWords(keeps: Rule['keeps'], locale: Locale): string {
  if (keeps.kind === 'per_kg') return m.settlement_rule_kg({ amount: formatDong(keeps.amount, locale) });
  return m.settlement_rule_percent({ percent: (keeps.hundredths / 100).toLocaleString(REGION[locale]) });
}

function AddRule({ refused, newKey }: Pick<RulesProps, 'refused' | 'newKey'>) {
  const typed: Record<string, string | undefined> = refused?.typed ?? {};
  const beside: Record<string, string | undefined> = refused?.problem.beside ?? {};
  return (
    <details key={newKey} open={refused !== null} className="mt-4">
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-soil underline underline-offset-4">
        {m.settlement_rule_add()}
      </summary>
      <Form method="post" action="?index" noValidate className="mt-2 grid gap-4">
        <input type="hidden" name="act" value="rule" />
        <input type="hidden" name="key" value={typed.key || newKey} />
        <Field label={m.settlement_from()} error={beside.fromDay}>
          <TextInput type="date" name="fromDay" defaultValue={typed.fromDay} />
        </Field>
        <RadioCards
          legend={m.settlement_rule_kind()}
          name="kind"
          columns={2}
          defaultValue={typed.kind ?? 'percent'}
          choices={[
            { value: 'percent', title: m.settlement_rule_kind_percent() },
            { value: 'per_kg', title: m.settlement_rule_kind_kg() },
          ]}
        />
        <Field label={m.settlement_rule_worth()} hint={m.settlement_rule_worth_hint()} error={beside.worth}>
          <TextInput name="worth" inputMode="decimal" autoComplete="off" defaultValue={typed.worth} />
        </Field>
        <RadioCards
          legend={m.settlement_rule_who_bears()}
          name="bears"
          columns={2}
          defaultValue={typed.bears ?? 'cooperative'}
          choices={[
            { value: 'cooperative', title: m.settlement_rule_bears_coop() },
            { value: 'member', title: m.settlement_rule_bears_member() },
          ]}
        />
        <Field label={m.settlement_rule_note()} error={beside.note} optional>
          <TextInput name="note" maxLength={200} defaultValue={typed.note} />
        </Field>
        <div>
          <Button>{m.settlement_save()}</Button>
        </div>
      </Form>
    </details>
  );
}
