import type { ApiOutputs } from '@baunghe/api';
import { formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

export type Listing = ApiOutputs['listings']['all']['products'][number];
export type Variety = ApiOutputs['listings']['all']['varieties'][number];
export type Fruits = ApiOutputs['listings']['all']['fruits'];

/** How a listing is sold: by the kilogram, by the piece or the box of so much. */
export function soldByWords(
  { saleUnit, unitGrams, mostGrams }: Pick<Listing, 'saleUnit' | 'unitGrams' | 'mostGrams'>,
  locale: Locale,
) {
  const kg = formatKilograms(unitGrams, locale);
  if (mostGrams !== null)
    return m.buying_per_kg_of_piece({ range: `${kg} – ${formatKilograms(mostGrams, locale)}` });
  if (saleUnit === 'kg') return m.listings_by_kg();
  return saleUnit === 'piece' ? m.listings_by_piece({ kg }) : m.listings_by_box({ kg });
}
