import { formatDong } from '~/format';
import { COST, INCOME, type Side, sumWords, type Year } from '~/office/year/year-words';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';

const CELL = 'py-2 pl-4 text-right whitespace-nowrap';
const SIDES = ['internal', 'external'] as const satisfies readonly Side[];

/** What a year brought and cost, with members and outside. */
export function SumsTable({ sums }: { sums: Year['sums'] }) {
  const of = (keys: readonly (typeof INCOME | typeof COST)[number][], side: Side) =>
    keys.reduce((all, key) => all + sums[side][key], 0);
  return (
    <section>
      <h2 className="text-22">{m.yearend_sums()}</h2>
      <p className="mb-3 max-w-prose text-muted">{m.yearend_sums_text()}</p>
      <div className="max-w-3xl overflow-x-auto">
        <table className="w-full border-collapse">
          <caption className="sr-only">{m.yearend_sums()}</caption>
          <thead>
            <tr className="border-b-2 border-ink text-14 text-muted">
              <th scope="col" className="py-2 text-left font-semibold">
                {m.yearend_item()}
              </th>
              {SIDES.map((side) => (
                <th key={side} scope="col" className={`${CELL} font-semibold`}>
                  {side === 'internal' ? m.yearend_internal() : m.yearend_external()}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Row name={sumWords('orders')} values={SIDES.map((side) => sums[side].orders)} counts />
            <Row name={sumWords('sold')} values={SIDES.map((side) => sums[side].sold)} />
            {INCOME.map((key) => (
              <Row key={key} name={sumWords(key)} values={SIDES.map((side) => sums[side][key])} />
            ))}
            <Row name={m.yearend_income()} values={SIDES.map((side) => of(INCOME, side))} strong />
            {COST.map((key) => (
              <Row key={key} name={sumWords(key)} values={SIDES.map((side) => sums[side][key])} />
            ))}
            <Row name={m.yearend_cost()} values={SIDES.map((side) => of(COST, side))} strong />
          </tbody>
        </table>
      </div>
    </section>
  );
}

type RowProps = { name: string; values: readonly number[]; strong?: boolean; counts?: boolean };

function Row({ name, values, strong, counts }: RowProps) {
  const locale = useLocale();
  return (
    <tr className={strong ? 'border-b-2 border-ink font-extrabold' : 'border-b border-line'}>
      <th scope="row" className={`py-2 text-left ${strong ? '' : 'font-normal'}`}>
        {name}
      </th>
      {values.map((value, at) => (
        <td key={SIDES[at]} className={CELL}>
          {counts ? value : formatDong(value, locale)}
        </td>
      ))}
    </tr>
  );
}
