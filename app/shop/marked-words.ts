import type { ApiOutputs } from '@baunghe/api';
import { daysFrom, formatDay, formatDong } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { unitsWords } from './units';

type Product = ApiOutputs['products']['list'][number];
type Offer = Product['markdowns'][number];
type Priced = Pick<ApiOutputs['products']['priceCart']['lines'][number], 'marked'>;

/** How much is left, how soon it is to be eaten, and how much less it costs. */
export function offerWords(offer: Offer, saleUnit: Product['saleUnit'], now: Date, locale: Locale): string {
  const units = unitsWords(offer.unitsLeft, saleUnit, locale);
  const days = daysFrom(now, offer.harvest.bestBefore);
  const percent = offer.percentOff;
  return days < 1 ? m.markdown_offer_today({ units, percent }) : m.markdown_offer({ units, days, percent });
}

/** The last day of a time that ends as a day does. */
export const lastDayOf = (endsAt: Date | string): Date => new Date(new Date(endsAt).getTime() - 1);

/** That a line of the cart is of fruit about to pass, until when it is good, and what it costs else. */
export function markedWords({ marked }: Priced, locale: Locale): string | null {
  if (!marked) return null;
  if (!marked.bestBefore) return m.markdown_line_short();
  return m.markdown_line({
    day: formatDay(marked.bestBefore, locale),
    price: formatDong(marked.usualPrice, locale),
  });
}
