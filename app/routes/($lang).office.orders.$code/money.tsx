import type { ApiOutputs } from '@baunghe/api';
import { Link } from '@remix-run/react';
import { Badge } from '~/components/badge';
import { formatDong, formatInstant } from '~/format';
import { refundLook, refundReason } from '~/office/money-words';
import * as m from '~/paraglide/messages.js';
import { useHref, useLocale } from '~/use-locale';

/** What came in for an order, and what is owed back. */
export type Money = Extract<ApiOutputs['money']['ofOrder'], { ok: true }>['value'];

const SOURCE: Record<string, () => string> = {
  staff: m.money_event_staff,
  bank: m.money_event_bank,
  delivery: m.money_event_delivery,
  undone: m.money_event_undone,
  credit: m.credit_event,
};

/** What came in for an order, what is missing, and what is owed back. */
export function OrderMoney({ money }: { money: Money | null }) {
  const locale = useLocale();
  const href = useHref();
  if (!money || (money.events.length === 0 && money.refunds.length === 0)) return null;
  return (
    <section>
      <h2 className="mb-2 text-22">{m.money_events()}</h2>
      {money.missing > 0 && money.received > 0 ? (
        <p className="mb-2">
          <Badge tone="care">{m.money_missing({ amount: formatDong(money.missing, locale) })}</Badge>
        </p>
      ) : null}
      <ul className="divide-y divide-line">
        {money.events.map(({ id, at, amount, source, reference }) => (
          <li key={id} className="py-2">
            <strong className="whitespace-nowrap">{formatDong(amount, locale)}</strong>{' '}
            {(SOURCE[source] ?? m.money_event_other)()}
            <span className="block text-14 text-muted [overflow-wrap:anywhere]">
              {formatInstant(at, locale)} · {reference}
            </span>
          </li>
        ))}
        {money.refunds.map(({ id, amount, reason, state }) => (
          <li key={id} className="py-2">
            <Link
              to={href(`/office/money/refunds/${id}`)}
              className="inline-flex min-h-11 items-center font-semibold underline underline-offset-4"
            >
              {m.money_given_back()} {formatDong(amount, locale)}
            </Link>{' '}
            <Badge tone={refundLook(state).tone}>{refundLook(state).words}</Badge>
            <span className="block text-14 text-muted">{refundReason(reason)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
