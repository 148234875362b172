import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { runsOf } from './seasons';

const names = new Map<Locale, Intl.DateTimeFormat>();

/** A month, 1 to 12, as people say it: `tháng 6`, `June`, `六月`. */
export function monthName(month: number, locale: Locale): string {
  const name = names.get(locale) ?? new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  names.set(locale, name);
  const said = name.format(Date.UTC(2026, month - 1, 1));
  return locale === 'vi' ? said.toLowerCase() : said;
}

/** Months as people say them: `tháng 6 đến tháng 9`; the ends of a year apart; empty for none. */
export function monthWords(months: readonly number[], locale: Locale): string {
  return runsOf(months)
    .map(({ from, to }) => {
      if (from === to) return monthName(from, locale);
      return m.finding_months({ from: monthName(from, locale), to: monthName(to, locale) });
    })
    .join(', ');
}
