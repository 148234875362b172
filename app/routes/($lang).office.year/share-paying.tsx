import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { formatDay } from '~/format';
import { FactorField } from '~/office/factor-field';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { refusedIn, YearForm, type YearFormProps } from './year-form';

type SharePayingProps = YearFormProps & {
  yearEndId: string;
  share: {
    memberId: string;
    name: string;
    share: number;
    paid: { through: 'bank' | 'cash'; reference: string; at: Date | string } | null;
  };
};

/** How a member's share of a closed year was paid, or the form that writes it down. */
export function SharePaying({
  yearEndId,
  share: { memberId, name, share, paid },
  ...form
}: SharePayingProps) {
  const locale = useLocale();
  const { typed, beside } = refusedIn(form.refused, 'pay', memberId);
  if (paid) {
    const how = { at: formatDay(paid.at, locale), reference: paid.reference };
    return (
      <span className="text-14">
        {paid.through === 'bank' ? m.shares_paid_bank(how) : m.shares_paid_cash(how)}
      </span>
    );
  }
  if (share === 0) return null;
  return (
    <YearForm act="pay" id={memberId} summary={m.shares_pay()} label={m.shares_pay_for({ name })} {...form}>
      <input type="hidden" name="id" value={memberId} />
      <input type="hidden" name="yearEndId" value={yearEndId} />
      <RadioCards
        legend={m.yearend_dealing_through()}
        name="through"
        defaultValue={typed.through ?? 'bank'}
        error={beside.through}
        choices={[
          { value: 'bank', title: m.yearend_dealing_bank() },
          { value: 'cash', title: m.yearend_dealing_cash() },
        ]}
      />
      <Field label={m.yearend_dealing_reference()} error={beside.reference}>
        <TextInput name="reference" autoComplete="off" maxLength={80} defaultValue={typed.reference} />
      </Field>
      <FactorField error={beside.digits} />
      <div>
        <Button>{m.yearend_save()}</Button>
      </div>
    </YearForm>
  );
}
