import { formatWeekday } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type Arrival = { arriveFrom: Date | string; arriveOn: Date | string };

/** When an order arrives: a day, or from one to another. */
export function arrivalWords({ arriveFrom, arriveOn }: Arrival, locale: Locale): string {
  const [from, to] = [formatWeekday(arriveFrom, locale), formatWeekday(arriveOn, locale)];
  return from === to ? to : m.delivery_day_between({ from, to });
}

const RIPENESS = { eat_now: m.delivery_ripe_eat_now, in_days: m.delivery_ripe_in_days } as const;

/** How ripe fruit is wished to be. */
export const ripenessWords = (ripeness: keyof typeof RIPENESS): string => RIPENESS[ripeness]();
