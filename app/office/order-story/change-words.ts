import { ripenessWords } from '~/delivery/day-words';
import { formatDong, formatWeekday } from '~/format';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { changedWords } from '~/shop/after/history-words';
import { spacedPhone } from '~/shop/order-road';
import type { Happened, Telling } from './telling';

type Change = Happened & { is: 'change' };
type Part = Change['parts'][number];

const FIELD: Record<string, () => string> = {
  provinceCode: m.story_field_province,
  wardCode: m.story_field_ward,
  street: m.story_field_street,
  note: m.story_field_note,
  leaveOn: m.delivery_leave_on,
  arriveOn: m.delivery_arrive_on,
  ripeness: m.delivery_ripeness,
  noPrices: m.delivery_gift_no_prices,
  recipientName: m.delivery_gift_to,
  recipientPhone: m.story_field_phone,
  company: m.story_field_company,
  taxCode: m.story_field_tax,
  address: m.story_field_address,
  email: m.delivery_invoice_email,
};

/** What stood there before a change, and what stands there now. */
export const CHANGE_WORDS: Telling<'change'> = {
  change: ({ kind, parts, why, totalBefore, totalAfter }, locale) => ({
    title: changedWords(kind),
    more: [
      ...parts.map((part) => partWords(part, locale)),
      totalBefore !== totalAfter &&
        m.story_change_line({
          field: m.story_total(),
          before: formatDong(totalBefore, locale),
          after: formatDong(totalAfter, locale),
        }),
      why && m.story_why({ why }),
    ],
    sign: 'board',
  }),
};

function partWords({ field, product, before, after }: Part, locale: Locale): string | null {
  const named = product ? nameIn(product, locale) : FIELD[field]?.();
  // The day between says no more than the days around it.
  if (!named) return null;
  const told = { before: valueWords(field, before, locale), after: valueWords(field, after, locale) };
  return m.story_change_line({ field: named, ...told });
}

function valueWords(field: string, value: Part['before'], locale: Locale): string {
  if (value === null || (field === 'noPrices' && value === 0)) return m.story_none();
  if (field === 'noPrices') return m.story_yes();
  if (field === 'leaveOn' || field === 'arriveOn') return formatWeekday(`${value}`, locale);
  if (field === 'recipientPhone') return spacedPhone(`${value}`);
  if (value === 'eat_now' || value === 'in_days') return ripenessWords(value);
  return `${value}`;
}
