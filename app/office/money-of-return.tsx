import { Field } from '~/components/field';
import { NumberInput, TextInput } from '~/components/inputs';
import { RadioCards } from '~/components/radio-cards';
import { formatDong } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

type MoneyOfReturnProps = {
  /** What the box's fruit cost its buyer, in đồng. */
  share: number;
  typed: Record<string, string>;
  beside: Record<string, string | undefined>;
};

/** Whether money is owed for a box that came back: its share, another sum, or none and why. */
export function MoneyOfReturn({ share, typed, beside }: MoneyOfReturnProps) {
  const locale = useLocale();
  const amount = formatDong(share, locale);
  return (
    <>
      <RadioCards
        legend={m.stock_return_money()}
        name="money"
        required
        defaultValue={typed.money}
        error={beside['money.kind'] ?? beside.money}
        choices={[
          {
            value: 'share',
            title: m.stock_return_money_share({ amount }),
            note: m.stock_return_money_share_note(),
          },
          { value: 'part', title: m.stock_return_money_part() },
          { value: 'none', title: m.stock_return_money_none() },
        ]}
      />
      <Field
        label={m.stock_return_amount()}
        hint={m.stock_return_amount_hint()}
        error={beside['money.amount'] ?? beside.amount}
        optional
      >
        <NumberInput name="amount" unit="₫" inputMode="numeric" defaultValue={typed.amount} />
      </Field>
      <Field
        label={m.stock_return_money_why()}
        hint={m.stock_return_money_why_hint()}
        error={beside['money.why']}
        optional
      >
        <TextInput name="moneyWhy" autoComplete="off" defaultValue={typed.moneyWhy} maxLength={200} />
      </Field>
    </>
  );
}
