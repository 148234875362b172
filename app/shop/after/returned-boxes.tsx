import { formatDong, formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { FollowedOrder } from '../order-road';

/** The boxes of an order that came back, what each takes off its price, and what is still to be paid. */
export function ReturnedBoxes({ order }: { order: FollowedOrder }) {
  const locale = useLocale();
  const came = order.boxes.flatMap(({ serial, returned }) => (returned ? [{ serial, ...returned }] : []));
  if (came.length === 0) return null;
  const { missing } = order.money;
  return (
    <section aria-labelledby="returned" className="border-l-4 border-rind pl-4">
      <h2 id="returned" className="text-22">
        {m.stock_returned_title()}
      </h2>
      <ul className="mt-1 grid gap-1">
        {came.map(({ serial, at, owed, owedWhy }) => (
          <li key={serial}>
            {m.stock_returned_row({ serial, at: formatInstant(at, locale) })}{' '}
            {owed > 0 ? m.stock_box_owed({ amount: formatDong(owed, locale) }) : m.stock_box_owed_none()}{' '}
            {owedWhy}
          </li>
        ))}
      </ul>
      {missing > 0 ? (
        <p className="mt-2 font-semibold">
          {m.stock_returned_to_pay({ amount: formatDong(missing, locale) })}
        </p>
      ) : null}
    </section>
  );
}
