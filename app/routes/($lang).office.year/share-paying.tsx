import { Button } from '~/components/button';
import { formatDay } from '~/format';
import { FactorField } from '~/office/factor-field';
import { HowPaid } from '~/office/how-paid';
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
      <HowPaid typed={typed} beside={beside} />
      <FactorField error={beside.digits} />
      <div>
        <Button>{m.yearend_save()}</Button>
      </div>
    </YearForm>
  );
}
