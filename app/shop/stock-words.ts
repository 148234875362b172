import type { ApiOutputs } from '@baunghe/api';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';
import { unitsWords } from './units';

type Named = Pick<
  ApiOutputs['products']['priceCart']['lines'][number]['product'],
  'nameVi' | 'nameEn' | 'saleUnit'
>;

/** A product's name in a language. */
export const productName = (product: { nameVi: string; nameEn: string }, locale: Locale): string =>
  locale === 'vi' ? product.nameVi : product.nameEn;

/** What is wrong with wanting more than there is, naming the product and the mend. */
export function overStockWords(product: Named, unitsLeft: number, locale: Locale): string {
  const name = productName(product, locale);
  if (unitsLeft === 0) return m.errors_sold_out({ product: name });
  return m.errors_not_enough_stock({ product: name, left: unitsWords(unitsLeft, product.saleUnit, locale) });
}
