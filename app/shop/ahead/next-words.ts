import type { ApiOutputs } from '@baunghe/api';
import { formatInstant } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { unitsWords } from '../units';

const DAY = 86_400_000;

type FollowedOrder = Extract<ApiOutputs['checkout']['follow'], { ok: true }>['value'];

/** What happens next with an order that waits for its harvest. */
export function nextOfPreorder(order: FollowedOrder, locale: Locale): string {
  const { preorder, payment, lines } = order;
  if (payment.state !== 'received')
    return m.preorders_next_deposit({ by: formatInstant(new Date(+order.placedAt + DAY), locale) });
  if (!preorder || preorder.served === 0) return m.preorders_next_waits();
  const unit = lines[0]?.product.saleUnit ?? 'kg';
  const [served, wanted] = [preorder.served, preorder.wanted].map((n) => unitsWords(n, unit, locale));
  return m.preorders_next_part({ served: served ?? '', wanted: wanted ?? '' });
}

/** Why an order ahead of its harvest will not be. */
export function whyPreorderEnded(why: string | null | undefined): string {
  if (why === 'short_harvest') return m.preorders_next_short();
  return why === 'transfer_late' ? m.preorders_next_late() : m.preorders_next_cancelled();
}
