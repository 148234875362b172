import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { percentOf } from '~/office/year/percent';
import type { Year } from '~/office/year/year-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { refusedIn, YearForm, type YearFormProps } from './year-form';

type Rule = Pick<
  Year['rules'][number],
  'id' | 'fromYear' | 'fundHundredths' | 'byUse' | 'capitalHundredths' | 'note'
>;

/** How a surplus is shared, by the year from which on it holds; a manager adds to it. */
export function Rules({
  rules,
  mayAdd,
  ...form
}: { rules: readonly Rule[]; mayAdd: boolean } & YearFormProps) {
  const locale = useLocale();
  return (
    <section className="max-w-3xl">
      <h2 className="text-22">{m.yearend_rules()}</h2>
      <p className="mb-3 text-muted">{m.yearend_rules_text()}</p>
      <ul className="grid gap-3">
        {rules.map(({ id, fromYear, fundHundredths, byUse, capitalHundredths, note }) => (
          <li key={id} className="border-l-4 border-rind pl-4">
            <p className="font-semibold">{m.yearend_rule_from({ year: fromYear })}</p>
            <p>
              {m.yearend_fund()}: {m.yearend_fund_rate({ percent: percentOf(fundHundredths, locale) })}
            </p>
            <p>
              {m.yearend_members()} {byUse === 'grams' ? m.yearend_by_grams() : m.yearend_by_dong()}
            </p>
            {capitalHundredths > 0 ? (
              <p>{m.shares_rule_capital_is({ percent: percentOf(capitalHundredths, locale) })}</p>
            ) : null}
            {note ? <p className="text-14 text-muted">{note}</p> : null}
          </li>
        ))}
      </ul>
      {mayAdd ? (
        <div className="mt-4">
          <YearForm act="rule" summary={m.yearend_rule_add()} {...form}>
            <Fields {...refusedIn(form.refused, 'rule')} />
            <div>
              <Button>{m.yearend_save()}</Button>
            </div>
          </YearForm>
        </div>
      ) : null}
    </section>
  );
}

function Fields({ typed, beside }: Omit<ReturnType<typeof refusedIn>, 'open'>) {
  return (
    <>
      <Field label={m.yearend_rule_year()} error={beside.fromYear}>
        <TextInput name="fromYear" inputMode="numeric" autoComplete="off" defaultValue={typed.fromYear} />
      </Field>
      <Field label={m.yearend_rule_percent()} hint={m.yearend_rule_percent_hint()} error={beside.percent}>
        <TextInput
          name="percent"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed.percent ?? '5'}
        />
      </Field>
      <RadioCards
        legend={m.yearend_rule_use()}
        name="byUse"
        defaultValue={typed.byUse ?? 'dong'}
        error={beside.byUse}
        choices={[
          { value: 'dong', title: m.yearend_by_dong() },
          { value: 'grams', title: m.yearend_by_grams() },
        ]}
      />
      <Field
        label={m.shares_rule_capital()}
        hint={m.shares_rule_capital_hint()}
        error={beside.capitalPercent}
      >
        <TextInput
          name="capitalPercent"
          inputMode="decimal"
          autoComplete="off"
          defaultValue={typed.capitalPercent ?? '0'}
        />
      </Field>
      <Field label={m.yearend_rule_note()} error={beside.note} optional>
        <TextInput name="note" maxLength={200} defaultValue={typed.note} />
      </Field>
    </>
  );
}
