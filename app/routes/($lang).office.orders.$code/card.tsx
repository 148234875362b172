import { Notice } from '~/components/notice';
import { formatDong, formatInstant } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { Order } from './form-state';

type Dispute = NonNullable<Order['card']>['disputes'][number];

const STATE = {
  open: m.office_card_open,
  authorised: m.office_card_authorised,
  captured: m.office_card_captured,
  cancelled: m.office_card_cancelled,
} as const;

/** How the card of an order stands, what went wrong with it, and whether its holder contests it. */
export function CardPart({ card }: { card: NonNullable<Order['card']> }) {
  const locale = useLocale();
  const sum = formatDong(card.state === 'captured' ? card.taken : card.kept, locale);
  return (
    <div className="mt-2 space-y-2">
      <p>{STATE[card.state]({ sum })}</p>
      {card.trouble ? <Notice tone="care">{m.office_card_trouble({ code: card.trouble })}</Notice> : null}
      {card.disputes.map((dispute) => (
        <Notice key={dispute.id} tone={dispute.status === 'won' ? 'plain' : 'care'}>
          {disputeWords(dispute, locale)}
        </Notice>
      ))}
    </div>
  );
}

/** How a contested charge stands: what it cost and what of the tax, once it is lost. */
function disputeWords({ amount: sum, status, dueBy, lost }: Dispute, locale: Locale): string {
  const amount = formatDong(sum, locale);
  if (status === 'won') return m.office_card_dispute_won({ amount });
  if (status !== 'lost')
    return m.office_card_dispute({ amount, status, by: dueBy ? formatInstant(dueBy, locale) : '–' });
  const tax = lost?.tax ?? 0;
  return tax > 0
    ? m.office_card_dispute_lost_tax({ amount, tax: formatDong(tax, locale) })
    : m.office_card_dispute_lost({ amount });
}
