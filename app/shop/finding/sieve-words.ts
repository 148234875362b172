import { formatDong } from '~/format';
import type { Locale } from '~/locale';
import { nameIn } from '~/name-in';
import * as m from '~/paraglide/messages.js';
import { fruitWords } from '../fruit-words';
import { monthName } from '../month-words';
import type { Season } from '../seasons';
import { ORDERS, type Sieve } from './asked-fruit';

const NAMES: Record<Sieve, () => string> = {
  fruit: m.finding_sieve_fruit,
  variety: m.finding_sieve_variety,
  grade: m.finding_sieve_grade,
  when: m.finding_sieve_when,
  season: m.finding_sieve_season,
  unit: m.finding_sieve_unit,
  price: m.finding_sieve_price,
};

/** What a sieve is called. */
export const sieveWords = (sieve: Sieve): string => NAMES[sieve]();

const WHEN: Record<string, () => string> = {
  now: m.finding_when_now,
  coming: m.finding_when_coming,
  later: m.finding_when_later,
};

const UNIT: Record<string, () => string> = {
  kg: m.finding_unit_kg,
  piece: m.finding_unit_piece,
  box: m.finding_unit_box,
};

/** What a value of a sieve is called; one that nobody knows is told as it is. */
export function valueWords(sieve: Sieve, value: string, seasons: readonly Season[], locale: Locale): string {
  const say: Record<Sieve, () => string | undefined> = {
    fruit: () => fruitWords(value),
    variety: () => {
      const variety = seasons.find(({ code }) => code === value);
      return variety && nameIn(variety, locale);
    },
    grade: () => m.shop_product_grade({ grade: value }),
    when: () => WHEN[value]?.(),
    season: () => (/^([1-9]|1[0-2])$/.test(value) ? monthName(Number(value), locale) : undefined),
    unit: () => UNIT[value]?.(),
    price: () => bandWords(value, locale),
  };
  return say[sieve]() ?? value;
}

function bandWords(band: string, locale: Locale): string | undefined {
  const [from, to] = band.split('-').map((thousands) => formatDong(Number(thousands) * 1000, locale));
  if (!/^\d+-\d*$/.test(band) || from === undefined || to === undefined) return undefined;
  if (band.startsWith('0-')) return m.finding_price_below({ to });
  return band.endsWith('-') ? m.finding_price_above({ from }) : m.finding_price_between({ from, to });
}

const ORDER: Record<(typeof ORDERS)[number], () => string> = {
  shop: m.finding_order_shop,
  fresh: m.finding_order_fresh,
  cheap: m.finding_order_cheap,
  dear: m.finding_order_dear,
  liked: m.finding_order_liked,
};

/** The orders with their names. */
export const orderChoices = () => ORDERS.map((value) => ({ value, name: ORDER[value]() }));

/** The values of a sieve in the order in which people look for them. */
export function valuesInOrder(sieve: Sieve, values: readonly string[]): string[] {
  const known: Partial<Record<Sieve, readonly string[]>> = {
    when: Object.keys(WHEN),
    unit: Object.keys(UNIT),
    season: Array.from({ length: 12 }, (_, index) => String(index + 1)),
    price: [...values].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)),
    grade: [...values].sort(),
  };
  const order = known[sieve];
  return order ? order.filter((value) => values.includes(value)) : [...values];
}
