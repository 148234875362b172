import { daysFrom } from '~/format';
import * as m from '~/paraglide/messages.js';

/** How long ago fruit was cut, as people say it. */
export function cutAgo(cutOn: Date, now: Date): string {
  const days = Math.max(0, daysFrom(cutOn, now));
  if (days === 0) return m.shop_cut_today();
  return days === 1 ? m.shop_cut_yesterday() : m.shop_cut_days_ago({ days });
}
