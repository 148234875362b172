import type { ApiOutputs } from '@baunghe/api';
import { formatDong, formatKilograms } from '~/format';
import type { Locale } from '~/locale';
import * as m from '~/paraglide/messages.js';

type Sold = Pick<ApiOutputs['products']['list'][number], 'saleUnit' | 'unitGrams' | 'price'>;
type SaleUnit = Sold['saleUnit'];

/** So many of a product as people say it: `1.150 kg`, `2 thùng`. */
export function unitsWords(count: number, unit: SaleUnit, locale: Locale): string {
  if (unit === 'kg') return formatKilograms(count * 1000, locale);
  return unit === 'piece' ? m.shop_units_piece({ count }) : m.shop_units_box({ count });
}

/** What a price is for: `kg`, `trái từ 1,4 kg`, `thùng 10 kg`. */
export function soldByWords({ saleUnit, unitGrams }: Omit<Sold, 'price'>, locale: Locale): string {
  const weight = formatKilograms(unitGrams, locale);
  if (saleUnit === 'piece') return m.shop_per_piece({ weight });
  if (saleUnit === 'box') return m.shop_per_box({ weight });
  return 'kg';
}

/** The price of one kilogram, for what is not sold by it; null for what is. Rounded to whole đồng. */
export function perKilogram({ saleUnit, unitGrams, price }: Sold, locale: Locale): string | null {
  if (saleUnit === 'kg') return null;
  return m.shop_that_is_per_kg({ price: formatDong(Math.round((price * 1000) / unitGrams), locale) });
}

/** An area in hectares, with one decimal: `0,9 ha`. */
export const hectares = (areaM2: number, locale: Locale): string =>
  `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(areaM2 / 10_000)}\u00a0ha`;
