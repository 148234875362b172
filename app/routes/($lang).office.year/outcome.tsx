import { type Column, DataTable } from '~/components/data-table';
import { Notice } from '~/components/notice';
import { formatDong, formatKilograms } from '~/format';
import { percentOf } from '~/office/year/percent';
import type { Year } from '~/office/year/year-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import { SharePaying } from './share-paying';
import type { YearFormProps } from './year-form';

type Result = Extract<Year['result'], { ok: true }>['value'];
type Share = Omit<Result['shares'][number], 'paid'> & {
  paid: { through: 'bank' | 'cash'; reference: string; at: Date | string } | null;
};
type Outcomes =
  | Exclude<Year['result'], { ok: true }>
  | { ok: true; value: Omit<Result, 'shares'> & { shares: Share[] } };

type OutcomeProps = YearFormProps & { result: Outcomes; approvedId: string | null };

/** What becomes of a year's surplus: the common fund, and each member's part. */
export function Outcome({ result, approvedId, ...form }: OutcomeProps) {
  const locale = useLocale();
  if (!result.ok) return <Notice tone="care" title={m.yearend_no_rule()} />;
  const { surplus, fund, members, fundHundredths, byUse, capitalHundredths, shares } = result.value;
  const rate = m.yearend_fund_rate({ percent: percentOf(fundHundredths, locale) });
  return (
    <section>
      <h2 className="mb-3 text-22">{m.yearend_result()}</h2>
      {surplus < 0 ? (
        <Notice tone="care" title={m.yearend_loss({ amount: formatDong(-surplus, locale) })} />
      ) : (
        <dl className="mb-6 grid gap-x-8 gap-y-4 sm:grid-cols-3">
          <Sum name={m.yearend_surplus()} dong={surplus} />
          <Sum name={m.yearend_fund()} dong={fund} note={rate} />
          <Sum
            name={m.yearend_members()}
            dong={members}
            note={byUse === 'grams' ? m.yearend_by_grams() : m.yearend_by_dong()}
            also={
              capitalHundredths > 0
                ? m.shares_rule_capital_is({ percent: percentOf(capitalHundredths, locale) })
                : undefined
            }
          />
        </dl>
      )}
      {shares.length === 0 ? (
        <p className="text-muted">{m.yearend_shares_none()}</p>
      ) : (
        <>
          <h3 className="mb-3 text-18 font-extrabold">{m.yearend_shares()}</h3>
          <Shares shares={shares} hasCapital={capitalHundredths > 0} approvedId={approvedId} {...form} />
        </>
      )}
    </section>
  );
}

type SumProps = { name: string; dong: number; note?: string; also?: string | undefined };

function Sum({ name, dong, note, also }: SumProps) {
  const locale = useLocale();
  return (
    <div>
      <dt className="text-14 text-muted">{name}</dt>
      <dd>
        <span className="block text-22 font-extrabold">{formatDong(dong, locale)}</span>
        {note ? <span className="block text-14 text-muted">{note}</span> : null}
        {also ? <span className="block text-14 text-muted">{also}</span> : null}
      </dd>
    </div>
  );
}

type SharesProps = Omit<OutcomeProps, 'result'> & { shares: readonly Share[]; hasCapital: boolean };

function Shares({ shares, hasCapital, approvedId, ...form }: SharesProps) {
  const locale = useLocale();
  const sum = (key: string, head: string, of: (row: Share) => string): Column<Share> => ({
    ...{ key, head, figures: true },
    cell: (row) => <span className="whitespace-nowrap">{of(row)}</span>,
  });
  const columns: Column<Share>[] = [
    {
      key: 'member',
      head: m.yearend_member(),
      names: true,
      cell: ({ name, code }) => (
        <>
          {name} <span className="font-normal text-muted">{code}</span>
        </>
      ),
    },
    sum('weight', m.yearend_weight(), ({ grams }) => formatKilograms(grams, locale)),
    sum('money', m.yearend_money(), ({ sold }) => formatDong(sold, locale)),
    ...(hasCapital
      ? [
          sum('capital', m.shares_mean_capital(), ({ capital }) => formatDong(capital, locale)),
          sum('byCapital', m.shares_by_capital(), ({ byCapital }) => formatDong(byCapital, locale)),
        ]
      : []),
    sum('share', m.yearend_share(), ({ share }) => formatDong(share, locale)),
    ...(approvedId === null
      ? []
      : [
          {
            key: 'pay',
            head: m.shares_pay(),
            cell: (row: Share) => <SharePaying share={row} yearEndId={approvedId} {...form} />,
          },
        ]),
  ];
  return (
    <DataTable caption={m.yearend_shares()} columns={columns} rows={shares} rowKey={({ code }) => code} />
  );
}
