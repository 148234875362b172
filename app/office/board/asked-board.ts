import type { ApiInputs } from '@baunghe/api';

export const TO_DO = ['late', 'carrier', 'pack', 'transfer', 'claim', 'owed'] as const;
export const EXTRAS = ['wishes', 'gift', 'invoice', 'preorder'] as const;
const STATES = ['preordered', 'placed', 'packed', 'shipped', 'delivered', 'cancelled'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

type Gate = NonNullable<ApiInputs['officeOrders']['board']>;

/** What the address asks of the board; empty values ask nothing. */
export interface AskedBoard {
  state: string;
  todo: string;
  method: string;
  paid: string;
  from: string;
  to: string;
  province: string;
  product: string;
  variety: string;
  has: string[];
  words: string;
  sort: string;
}

/** The sieves that the form of the board sets, beside search and order. */
export const SIEVES = [
  'state',
  'todo',
  'method',
  'paid',
  'from',
  'to',
  'province',
  'product',
  'variety',
] as const;
export type Sieve = (typeof SIEVES)[number];

const among = (known: readonly string[], value: string | null): string =>
  value !== null && known.includes(value) ? value : '';
const dayIn = (value: string | null): string =>
  value !== null && DAY.test(value) && !Number.isNaN(Date.parse(value)) ? value : '';

/** Reads an address; what it may not hold is left out. */
export function askedBoard(search: URLSearchParams): AskedBoard {
  const short = (name: string) => (search.get(name) ?? '').trim().slice(0, 64);
  return {
    state: among(STATES, search.get('state')),
    todo: among(TO_DO, search.get('todo')),
    method: among(['cod', 'vietqr', 'card'], search.get('method')),
    paid: among(['yes', 'no'], search.get('paid')),
    from: dayIn(search.get('from')),
    to: dayIn(search.get('to')),
    province: short('province'),
    product: short('product'),
    variety: short('variety'),
    has: EXTRAS.filter((extra) => search.getAll('has').includes(extra)),
    words: (search.get('q') ?? '').trim().slice(0, 100),
    sort: search.get('sort') === 'leave' ? 'leave' : 'newest',
  };
}

/** The same as the gate takes it. */
export function toGate(asked: AskedBoard, at: { after: string | null; before: string | null }): Gate {
  const { from, to, province, product, variety, words, ...chosen } = asked;
  const orNull = (value: string) => value || null;
  const sieve = {
    ...Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, value || null])),
    ...{ leaveFrom: orNull(from), leaveTo: orNull(to) },
    ...{ provinceCode: orNull(province), productId: orNull(product), varietyCode: orNull(variety) },
  };
  return { ...sieve, words, ...at } as Gate;
}

/** The address of the board that asks this, with some of it changed; always of its first page unless told otherwise. */
export function boardPath(
  asked: AskedBoard,
  change: Partial<AskedBoard> = {},
  at: { after?: string; before?: string } = {},
): string {
  const { has, words, sort, ...sieves } = { ...asked, ...change };
  const search = new URLSearchParams(Object.entries(sieves).filter(([, value]) => value !== ''));
  for (const extra of has) search.append('has', extra);
  if (words) search.set('q', words);
  if (sort !== 'newest') search.set('sort', sort);
  for (const [name, key] of Object.entries(at)) search.set(name, key);
  return search.size > 0 ? `/office/orders?${search}` : '/office/orders';
}
