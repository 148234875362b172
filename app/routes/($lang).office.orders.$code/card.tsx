import { Notice } from '~/components/notice';
import { formatDong, formatInstant } from '~/format';
import * as m from '~/paraglide/messages.js';
import { useLocale } from '~/use-locale';
import type { Order } from './form-state';

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
      {card.disputes.map(({ id, amount, status, dueBy }) => (
        <Notice key={id} tone="care">
          {m.office_card_dispute({
            amount: formatDong(amount, locale),
            status,
            by: dueBy ? formatInstant(dueBy, locale) : '–',
          })}
        </Notice>
      ))}
    </div>
  );
}
