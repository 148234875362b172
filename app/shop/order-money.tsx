import { LinkButton } from '~/components/button';
import { Notice } from '~/components/notice';
import { formatDong, formatInstant } from '~/format';
import { refundReason } from '~/office/money-words';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';
import { KeepCredit } from './keep-credit';
import type { FollowedOrder } from './order-road';

type OrderMoneyProps = {
  order: Pick<FollowedOrder, 'code' | 'state' | 'money' | 'transfer' | 'mayKeepCredit'>;
  orderKey: string;
  formKey: string;
};

/** What is missing of an order's money after a part of it came, and what is owed back or was given back. */
export function OrderMoney({ order, orderKey, formKey }: OrderMoneyProps) {
  const locale = useLocale();
  const { received, missing, refunds } = order.money;
  const isShort = missing > 0 && received > 0 && order.transfer !== null;
  return (
    <>
      {isShort ? (
        <Notice
          tone="care"
          title={m.money_short_title({
            received: formatDong(received, locale),
            missing: formatDong(missing, locale),
          })}
        >
          {order.state === 'preordered' ? m.preorders_short_text() : m.money_short_text()}
        </Notice>
      ) : null}
      {refunds.length > 0 ? <OwedBack order={order} orderKey={orderKey} formKey={formKey} /> : null}
    </>
  );
}

function OwedBack({ order, orderKey, formKey }: OrderMoneyProps) {
  const locale = useLocale();
  const href = useHref();
  const { refunds, payoutEnds } = order.money;
  const isDue = refunds.some(({ givenAt }) => givenAt === null);
  return (
    <section aria-labelledby="money-back" className="border-l-4 border-rind pl-4">
      <h2 id="money-back" className="text-22">
        {m.money_back_title()}
      </h2>
      <ul className="mt-1 grid gap-1">
        {refunds.map(({ id, amount: owed, reason: why, givenAt, through }) => {
          const told = { amount: formatDong(owed, locale), reason: refundReason(why) };
          return (
            <li key={id}>
              {through === 'credit'
                ? m.credit_back_kept(told)
                : givenAt
                  ? m.money_back_given({ ...told, at: formatInstant(givenAt, locale) })
                  : m.money_back_due(told)}
            </li>
          );
        })}
      </ul>
      {isDue && payoutEnds ? <p className="mt-2">{m.money_back_told({ ends: payoutEnds })}</p> : null}
      {isDue ? (
        <p className="mt-3">
          <LinkButton kind="quiet" to={href(`/orders/${order.code}/account?key=${orderKey}`)}>
            {payoutEnds ? m.money_back_change() : m.money_back_tell()}
          </LinkButton>
        </p>
      ) : null}
      <KeepCredit order={order} orderKey={orderKey} formKey={formKey} />
    </section>
  );
}
