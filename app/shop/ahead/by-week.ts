import type { Locale } from '~/locale';
import { weekWords } from '~/orchard/week-bars';
import type { Offer } from './rule-words';

/** A week within a sentence: `tuần 23: 01/06 đến 07/06/2026`. */
export function weekName(monday: Date, locale: Locale): string {
  const words = weekWords(monday, locale);
  return locale === 'vi' ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** Offers by the week in which they are cut, the next first. */
export function byWeek(offers: readonly Offer[]): { monday: Date; offers: Offer[] }[] {
  const weeks = new Map<number, { monday: Date; offers: Offer[] }>();
  for (const offer of offers) {
    const week = weeks.get(+offer.monday) ?? { monday: offer.monday, offers: [] };
    week.offers.push(offer);
    weeks.set(+offer.monday, week);
  }
  return [...weeks.values()];
}
