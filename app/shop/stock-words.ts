import type { ApiOutputs } from '@baunghe/api';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { unitsWords } from './units';

type Named = Pick<
  ApiOutputs['products']['priceCart']['lines'][number]['product'],
  'nameVi' | 'nameEn' | 'nameZh' | 'saleUnit'
>;

/** What is wrong with wanting more than there is, naming the product and the mend. */
export function overStockWords(product: Named, unitsLeft: number, locale: Locale): string {
  const name = nameIn(product, locale);
  if (unitsLeft === 0) return m.errors_sold_out({ product: name });
  return m.errors_not_enough_stock({ product: name, left: unitsWords(unitsLeft, product.saleUnit, locale) });
}
