import type { ApiInputs, ApiOutputs } from '@baunghe/api';

/** What the list of fruit is asked for. */
export type AskedFruit = ApiInputs['products']['find'];
/** How many products each value of each sieve would leave. */
export type Counts = ApiOutputs['products']['find']['counts'];
export type Sieve = keyof Counts;

/** The sieves as the address names them, in the order of their form. */
export const SIEVES = [
  'fruit',
  'when',
  'variety',
  'grade',
  'unit',
  'price',
  'season',
] as const satisfies Sieve[];

/** The orders that may be asked for; the first needs no naming. */
export const ORDERS = ['shop', 'fresh', 'cheap', 'dear', 'liked'] as const satisfies AskedFruit['order'][];

const MOST_VALUES = 40;

/** Reads the list's address; what it cannot be asked for is left out. */
export function askedFruit(search: URLSearchParams): AskedFruit {
  const chosen = Object.fromEntries(
    SIEVES.map((sieve) => {
      const values = search.getAll(sieve).filter((value) => value !== '' && value.length <= 32);
      return [sieve, [...new Set(values)].slice(0, MOST_VALUES)];
    }).filter(([, values]) => values?.length),
  ) as AskedFruit['chosen'];
  const page = Number(search.get('page'));
  return {
    words: (search.get('q') ?? '').trim().slice(0, 100),
    chosen,
    order: ORDERS.find((order) => order === search.get('sort')) ?? 'shop',
    page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1,
  };
}

/** The path of the list that is asked so; the first page, unless `page` is named. */
export function pathOf({ words, chosen, order }: AskedFruit, page = 1): string {
  const search = new URLSearchParams();
  if (words) search.set('q', words);
  for (const sieve of SIEVES) for (const value of chosen[sieve] ?? []) search.append(sieve, value);
  if (order !== 'shop') search.set('sort', order);
  if (page > 1) search.set('page', String(page));
  const text = search.toString();
  return text ? `/products?${text}` : '/products';
}

/** What is asked for, with the values of one sieve chosen anew. */
export const choosing = (asked: AskedFruit, sieve: Sieve, values: readonly string[]): AskedFruit => ({
  ...asked,
  chosen: { ...asked.chosen, [sieve]: [...values] },
});

/** Every value chosen, with its sieve. */
export const allChosen = ({ chosen }: AskedFruit): { sieve: Sieve; value: string }[] =>
  SIEVES.flatMap((sieve) => (chosen[sieve] ?? []).map((value) => ({ sieve, value })));
