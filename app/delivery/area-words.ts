import { formatDong, formatKilograms, weekdayName } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import type { Area } from './area-typed';

/** What an area charges, a line for each weight. */
export function feeLines({ steps, beyond, freeFrom }: Area, locale: Locale): string[] {
  const dong = (amount: number) => formatDong(amount, locale);
  const lines = steps.map(({ upToGrams, fee }) =>
    m.delivery_up_to({ weight: formatKilograms(upToGrams, locale), fee: dong(fee) }),
  );
  if (beyond === null) lines.push(m.delivery_above_not());
  else {
    const fee = dong(beyond);
    lines.push(steps.length === 0 ? m.delivery_any_weight({ fee }) : m.delivery_above({ fee }));
  }
  if (freeFrom !== null) lines.push(m.delivery_note_free({ free: dong(freeFrom) }));
  return lines;
}

/** On which weekdays orders of an area leave, until when on the day, and how long they are on the way. */
export function dayLines(
  { leaveDays, cutOffHour: hour, daysFrom: from, daysTo: to }: Area,
  locale: Locale,
): string[] {
  return [
    [...leaveDays]
      .sort()
      .map((day) => weekdayName(day, locale))
      .join(', '),
    ...(hour > 0 ? [m.delivery_before_hour({ hour })] : []),
    from === to ? m.delivery_on_the_way_one({ count: to }) : m.delivery_on_the_way({ from, to }),
  ];
}
